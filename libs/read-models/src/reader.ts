/** What a query function needs of a database: a TypeORM DataSource of the reader role is one. */
export interface Reader {
  query<T>(text: string, parameters?: unknown[]): Promise<T>;
}

/** Both clocks of a question, resolved. */
export interface Clocks {
  /** Valid time: the day asked about. */
  readonly asOf: string;
  /** Record time: the position of the log up to which the answer knows. */
  readonly position: number;
}

/** A page of a list that is sorted by one key: what comes after `after`, at most `limit`. */
export interface Page {
  readonly after?: string;
  readonly limit: number;
}

/** Runs a `select … as "property"` and gives its rows as JSON says them: int8 as numbers. */
export async function rowsOf<Row>(reader: Reader, select: string, parameters: unknown[]): Promise<Row[]> {
  const rows = await reader.query<{ row: string }[]>(
    `select row_to_json(r)::text as row from (${select}) r`,
    parameters,
  );
  return rows.map(({ row }) => JSON.parse(row) as Row);
}
