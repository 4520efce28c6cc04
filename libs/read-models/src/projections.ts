import type { Projection, ProjectionBinding, ProjectionTable } from '#event-store';
import { actLog } from './act-log/act-log.projection.js';
import { ActEntity, actTable } from './act-log/act-log.table.js';
import { dossiers } from './dossier/dossier.projection.js';
import { DossierEntity } from './dossier/dossier.table.js';
import { membershipHistory } from './membership-history/membership-history.projection.js';
import { membershipTable } from './membership-history/membership-history.table.js';
import { nameIndex } from './names/name-index.projection.js';
import { nameTable } from './names/name-index.table.js';
import { rowTable } from './row-table.js';

const readModel = <Doc>(projection: Projection<Doc>, table: ProjectionTable<Doc>) =>
  ({ projection, table }) as unknown as ProjectionBinding;

/** Every read model. */
export const readModels: readonly ProjectionBinding[] = [
  readModel(membershipHistory, membershipTable),
  readModel(actLog, actTable),
  readModel(dossiers, rowTable(DossierEntity)),
  readModel(nameIndex, nameTable),
];

/** The entities that TypeORM compares with the database. */
export const entities = [ActEntity, DossierEntity];
