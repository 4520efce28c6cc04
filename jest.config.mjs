// Three tiers by suffix: .spec (pure), .int.spec (a real PostgreSQL), .e2e.spec (the whole program).
const shared = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/bench'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

export default {
  // One for all: Jest takes no notice of it in a project.
  testTimeout: 30_000,
  testSequencer: './test/support/longest-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testRegex: '(?<!\\.int|\\.e2e)\\.spec\\.tsx?$',
    },
    {
      ...shared,
      displayName: 'int',
      testRegex: '\\.int\\.spec\\.tsx?$',
    },
    {
      ...shared,
      displayName: 'e2e',
      testRegex: '\\.e2e\\.spec\\.tsx?$',
    },
  ],
};
