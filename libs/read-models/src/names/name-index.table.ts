import type { ProjectionTable } from '#event-store';
import type { IndexedName, NamesDocument } from './name-index.projection.js';

/** One row a name; a name is never taken away. */
export const nameTable: ProjectionTable<NamesDocument> = {
  async load(client, { keys }) {
    const { rows } = await client.query(
      `select stream, json_agg(json_build_object('name', name, 'normalised', normalised, 'position', position)
         order by position, name collate "C") as names
       from read_model.name_index where stream = any($1) group by stream`,
      [keys],
    );
    return new Map(
      rows.map(({ stream, names }) => [
        stream as string,
        { stream: stream as string, names: names as IndexedName[] },
      ]),
    );
  },
  async save(client, changes) {
    const names = changes.flatMap(({ after }) =>
      (after?.names ?? []).map((one) => ({ stream: after?.stream, ...one })),
    );
    await client.query(
      `insert into read_model.name_index (stream, name, normalised, position)
       select stream, name, normalised, position
       from jsonb_to_recordset($1::jsonb) as n(stream text, name text, normalised text, position bigint)
       on conflict do nothing`,
      [JSON.stringify(names)],
    );
  },
};
