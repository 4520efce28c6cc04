// Mutation testing of the register's domain: each line is broken in turn, and a test must notice. It takes hours for all
// of it; for a part: `npm run mutation -- --mutate "libs/register/src/membership/line.ts"`.
import jestConfig from './jest.config.mjs';

// Mutants live in a copy, whose root is found when it is run.
const unit = { ...jestConfig.projects[0] };
delete unit.rootDir;
delete unit.displayName;

export default {
  mutate: [
    'libs/register/src/**/*.ts',
    '!libs/register/src/**/*.{spec,contract,schema}.ts',
    '!libs/register/src/index.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    // Without the generated histories: shrinking a failure takes longer than all other tests together.
    config: {
      ...unit,
      roots: ['<rootDir>/libs/register'],
      testPathIgnorePatterns: ['/node_modules/', '\\.properties\\.spec\\.ts$'],
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  timeoutMS: 60_000,
  ignorePatterns: ['/apps', '/bench', '/data', '/dist', '/docker', '/docs', '/reports', '/.data'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: 'reports/mutation/register.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
