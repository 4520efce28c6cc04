export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres.js';
export { PostgresStartError } from './start-error.js';
