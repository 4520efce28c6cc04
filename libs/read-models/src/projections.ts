import type { Projection, ProjectionBinding, ProjectionTable } from '#event-store';
import { actLog } from './act-log/act-log.projection.js';
import { ActEntity } from './act-log/act-log.table.js';
import { membershipHistory } from './membership-history/membership-history.projection.js';
import { membershipTable } from './membership-history/membership-history.table.js';
import { bodies, sources, states } from './registers/registers.projection.js';
import { BodyEntity, SourceEntity, StateEntity } from './registers/registers.table.js';
import { rowTable } from './row-table.js';

const readModel = <Doc>(projection: Projection<Doc>, table: ProjectionTable<Doc>) =>
  ({ projection, table }) as unknown as ProjectionBinding;

/** Every read model. */
export const readModels: readonly ProjectionBinding[] = [
  readModel(membershipHistory, membershipTable),
  readModel(actLog, rowTable(ActEntity)),
  readModel(bodies, rowTable(BodyEntity)),
  readModel(states, rowTable(StateEntity)),
  readModel(sources, rowTable(SourceEntity)),
];

/** The entities that TypeORM compares with the database. */
export const entities = [ActEntity, BodyEntity, StateEntity, SourceEntity];
