import pg from 'pg';

/** Connection, rolled-back transaction, resources, locks, an operator, the system: the first two letters of SQLSTATE. */
const PASSING = ['08', '40', '53', '55', '57', '58'];

/** What the driver says, in errors that have no code, when there is no connection. */
const NO_CONNECTION =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** Whether an error of a query says nothing about the query, so that it may well succeed when tried again later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return PASSING.includes((error.code ?? '').slice(0, 2));
  // Errors of the network are made by Node itself, which need not share its classes with this code.
  const { errors, message, syscall } = Object(error) as {
    errors?: unknown;
    message?: unknown;
    syscall?: unknown;
  };
  if (Array.isArray(errors)) return errors.every(isPassing);
  return syscall !== undefined || NO_CONNECTION.test(String(message));
}
