// How far the read models have come.
import { readModels } from './projections.js';
import { rowsOf, type Reader } from './reader.js';

export interface Progress {
  readonly name: string;
  readonly version: number;
  readonly position: number;
  /** What stopped it and where; null while it runs. */
  readonly failure: { readonly position: number; readonly eventId: string; readonly message: string } | null;
}

const names = readModels.map(({ projection }) => projection.name);
const versions = readModels.map(({ projection }) => projection.version);

/** One row for each read model that this program keeps; position 0 before its first batch. */
export const progressOfAll = (reader: Reader): Promise<Progress[]> =>
  rowsOf(
    reader,
    `select wanted.name, wanted.version, coalesce(p.position, 0) as position,
       case when p.failed_position is not null then
         json_build_object('position', p.failed_position, 'eventId', p.failed_event_id, 'message', p.failure)
       end as failure
     from unnest($1::text[], $2::int[]) as wanted(name, version)
     left join event_store.projection p using (name, version) order by wanted.name`,
    [names, versions],
  );

/** The position up to which every table answers. */
export async function projectedPosition(reader: Reader): Promise<number> {
  const progress = await progressOfAll(reader);
  return Math.min(...progress.map(({ position }) => position));
}
