/** The superuser's connection to the PostgreSQL that `npm test` started for this run. */
export interface TestCluster {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
}

export function testCluster(): TestCluster {
  const connection = process.env['CHANCERY_TEST_POSTGRES'];
  if (connection === undefined) {
    throw new Error(
      'This test needs the PostgreSQL of a test run: start it through `npm test` or `npm run test:int`, ' +
        'with file names after `--`.',
    );
  }
  return JSON.parse(connection) as TestCluster;
}
