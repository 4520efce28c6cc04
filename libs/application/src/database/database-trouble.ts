/** Of the network, and of SQLSTATE: connection lost, no room, going down, the system below (classes 08, 53, 57P, 58). */
const CODES = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08|53|57P|58)/;
const MESSAGES = /^connect |Connection terminated|timeout exceeded when trying to connect/;

/** Whether an error of a query says nothing about the query: the database is away, or has no room. */
export function isDatabaseTrouble(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return CODES.test(String(code)) || MESSAGES.test(String(message));
}
