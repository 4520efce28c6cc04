// Mutation testing of the register's domain: each line is broken in turn, and a test must notice. For a part:
// `npm run mutation -- --mutate "libs/register/src/membership/line.ts"`.
export default {
  mutate: [
    'libs/register/src/**/*.ts',
    '!libs/register/src/**/*.{spec,contract}.ts',
    '!libs/register/src/index.ts',
  ],
  plugins: ['./scripts/mutation/domain-runner.mjs'],
  testRunner: 'domain',
  coverageAnalysis: 'perTest',
  timeoutMS: 10_000,
  ignorePatterns: ['/apps', '/bench', '/data', '/dist', '/docker', '/docs', '/reports', '/.data'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  htmlReporter: { fileName: 'reports/mutation/register.html' },
  jsonReporter: { fileName: 'reports/mutation/register.json' },
  warnings: { slow: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
