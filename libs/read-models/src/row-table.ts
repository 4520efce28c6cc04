// Keeps the documents of a projection as rows of one table, described once by its TypeORM entity.
import type { EntitySchema, EntitySchemaColumnOptions, ObjectLiteral } from 'typeorm';
import type { DocumentChange, ProjectionTable, SqlClient } from '#event-store';

/** One row a document; its key is the single primary column. Reads and writes take one statement each. */
export function rowTable<Row extends ObjectLiteral>(entity: EntitySchema<Row>): ProjectionTable<Row> {
  const { table, columns, key } = describe(entity);
  const list = columns.map(({ name }) => name).join(', ');
  const upsert =
    `insert into ${table} (${list}) ` +
    `select ${columns.map(({ property }) => `"${property}"`).join(', ')} from jsonb_to_recordset($1::jsonb) ` +
    `as r(${columns.map(({ property, type }) => `"${property}" ${type}`).join(', ')}) ` +
    `on conflict (${key.name}) do update set ${columns.map(({ name }) => `${name} = excluded.${name}`).join(', ')}`;
  return {
    async load(client, { keys }) {
      const rows = await rowsByQuery(client, entity, `${key.name} = any($1)`, [keys]);
      return new Map(rows.map((row) => [row[key.property] as string, row]));
    },
    async save(client, changes) {
      const kept = changes.flatMap(({ after }) => (after === undefined ? [] : [after]));
      if (kept.length > 0) await client.query(upsert, [JSON.stringify(kept)]);
      await deleteRows(client, `delete from ${table} where ${key.name} = any($1)`, changes);
    },
  };
}

/** The rows of an entity for which a condition holds. */
export async function rowsByQuery<Row extends ObjectLiteral>(
  client: SqlClient,
  entity: EntitySchema<Row>,
  where: string,
  values: unknown[],
): Promise<Row[]> {
  const select = `select row_to_json(r)::text as row from (${selectRows(entity)} where ${where}) r`;
  const { rows } = await client.query(select, values);
  return rows.map(({ row }) => JSON.parse(row as string) as Row);
}

async function deleteRows<Row>(
  client: SqlClient,
  text: string,
  changes: readonly DocumentChange<Row>[],
): Promise<void> {
  const gone = changes.filter(({ after }) => after === undefined).map(({ key }) => key);
  if (gone.length > 0) await client.query(text, [gone]);
}

/** `select … from table` that gives each row as the projection wrote it: numbers for int8, ISO 8601 in UTC for instants. */
export function selectRows(entity: EntitySchema<never> | EntitySchema): string {
  const { table, columns } = describe(entity as EntitySchema<ObjectLiteral>);
  const list = columns.map(({ name, type, property }) => `${readable(name, type)} as "${property}"`);
  return `select ${list.join(', ')} from ${table}`;
}

const readable = (name: string, type: string): string =>
  type === 'timestamptz'
    ? `to_char(${name} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : type === 'date'
      ? `to_char(${name}, 'YYYY-MM-DD')`
      : name;

function describe<Row extends ObjectLiteral>({ options }: EntitySchema<Row>) {
  const columns = Object.entries(options.columns).map(([property, column]) => {
    const { name = property, type, array, primary } = column as EntitySchemaColumnOptions;
    return { property, name, type: `${String(type)}${array ? '[]' : ''}`, primary: primary === true };
  });
  const key = columns.find(({ primary }) => primary);
  if (!key) throw new Error(`${options.name} has no primary column`);
  return { table: `${options.schema ?? 'public'}.${options.tableName ?? options.name}`, columns, key };
}
