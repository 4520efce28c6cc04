import pg from 'pg';

/** Connection, rolled-back transaction, resources, locks, an operator, the system: the first two letters of SQLSTATE. */
const PASSING = ['08', '40', '53', '55', '57', '58'];

/** What `pg` and the network say, in errors without SQLSTATE, when there is no connection. */
const NO_CONNECTION =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded|connect |read |write )/;

/** Whether an error of a query says nothing about the query, so that it may well succeed when tried again later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return PASSING.includes((error.code ?? '').slice(0, 2));
  return error instanceof Error && (NO_CONNECTION.test(error.message) || error instanceof AggregateError);
}
