// Who may import whom. `test/architecture` plants one violation per rule and sees it reported.

/** The arrows between components. A target ending in `(types)` may be named in `import type` only. */
export const arrows = {
  'libs/event-store': [],
  'libs/transparency': [],
  'libs/embedded-postgres': [],
  'libs/register': ['libs/event-store (types)'],
  'libs/read-models': ['libs/event-store', 'libs/register'],
  'libs/interchange': ['libs/register', 'libs/event-store (types)'],
  'libs/application': [
    'libs/event-store',
    'libs/transparency',
    'libs/register',
    'libs/read-models',
    'libs/embedded-postgres',
  ],
  'apps/rest-api': ['libs/application', 'libs/read-models', 'libs/interchange', 'libs/register'],
  'apps/web': ['libs/application', 'libs/read-models', 'libs/interchange', 'libs/register'],
  'apps/cli': [
    'libs/application',
    'libs/read-models',
    'libs/interchange',
    'libs/register',
    'libs/embedded-postgres',
  ],
  'apps/tracker': [
    'libs/application',
    'libs/read-models',
    'libs/interchange',
    'libs/register',
    'libs/embedded-postgres',
    'apps/rest-api',
    'apps/web',
    'apps/cli',
  ],
};

/** Specs, contracts (examples that every implementation must pass), testing/ folders, and everything under test/ and bench/. */
const testCode = ['\\.(spec|contract)\\.tsx?$', '/testing/', '^(test|bench)/'];
const component = '^((?:libs|apps)/[^/]+)/';
const entrances = ['^(libs|apps)/[^/]+/src/(index|main)\\.tsx?$'];
const indexOfAnyComponent = '^(libs|apps)/[^/]+/src/index\\.tsx?$';

const builtin = ['core'];
const published = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
const node_modules = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);
const database = node_modules('pg', 'pg-[^/]+', 'typeorm');
const nest = node_modules('@nestjs/[^/]+');

/** Two rules for a component: other components that it may not import, and those that it may name only as types. */
function arrowRules([from, targets]) {
  const name = from.split('/')[1];
  const typesOnly = targets.filter((to) => to.endsWith('(types)')).map((to) => to.split(' ')[0]);
  const allowed = targets.map((to) => to.split(' ')[0]);
  const rules = [
    {
      name: `arrows-from-${name}`,
      comment: `${from} may import ${targets.join(', ') || 'no other component'}.`,
      from: { path: `^${from}/`, pathNot: testCode },
      to: { path: '^(libs|apps)/', pathNot: [from, ...allowed].map((to) => `^${to}/`) },
    },
  ];
  if (typesOnly.length > 0) {
    rules.push({
      name: `types-only-from-${name}`,
      comment: `${from} may take types from ${typesOnly.join(', ')}, and nothing that runs.`,
      from: { path: `^${from}/`, pathNot: testCode },
      to: { path: typesOnly.map((to) => `^${to}/`), dependencyTypesNot: ['type-only', 'type-import'] },
    });
  }
  return rules;
}

const doorRules = [
  {
    name: 'through-the-index',
    comment: 'A component is entered through its src/index.ts.',
    from: { path: component },
    to: { path: '^(libs|apps)/', pathNot: ['^$1/', indexOfAnyComponent] },
  },
  {
    name: 'through-the-index-in-tests',
    comment: 'Tests and benches enter a component through its src/index.ts too.',
    from: { path: '^(test|bench)/' },
    to: { path: '^(libs|apps)/', pathNot: indexOfAnyComponent },
  },
  {
    name: 'by-alias',
    comment: 'Another component is named by its alias (#register), not by a path.',
    from: { path: component },
    to: { path: '^(libs|apps)/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'by-alias-in-tests',
    comment: 'Tests and benches name a component by its alias.',
    from: { path: '^(test|bench)/' },
    to: { path: '^(libs|apps)/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
  {
    name: 'not-ones-own-index',
    comment: 'Inside a component, import the file itself and not the index that gathers it.',
    from: { path: component, pathNot: testCode },
    to: { path: '^$1/src/index\\.tsx?$' },
  },
];

const purityRules = [
  {
    name: 'register-is-pure',
    comment: 'The domain knows no framework, no clock and no database: zod for its schemas, nothing else.',
    from: { path: '^libs/register/', pathNot: testCode },
    to: { dependencyTypes: [...builtin, ...published], pathNot: node_modules('zod') },
  },
  {
    name: 'projections-are-pure',
    comment: 'The same events must give the same rows live, rebuilt and replayed.',
    from: { path: '\\.projection\\.ts$' },
    to: { dependencyTypes: [...builtin, ...published], pathNot: node_modules('zod') },
  },
  {
    name: 'projections-know-no-tables',
    comment: 'A projection is folded in memory too: it may not reach for its table or its queries.',
    from: { path: '\\.projection\\.ts$' },
    to: { path: '[./-](table|queries|sql)\\.ts$' },
  },
];

const packageRules = [
  {
    name: 'event-store-packages',
    comment: 'Node built-ins, and pg inside postgres/.',
    from: { path: '^libs/event-store/', pathNot: [...testCode, '^libs/event-store/src/postgres/'] },
    to: { dependencyTypes: published },
  },
  {
    name: 'event-store-packages-in-postgres',
    comment: 'The PostgreSQL side of the store speaks to the database with pg alone.',
    from: { path: '^libs/event-store/src/postgres/', pathNot: testCode },
    to: { dependencyTypes: published, pathNot: node_modules('pg') },
  },
  {
    name: 'transparency-packages',
    comment: 'Node built-ins, and pg inside postgres/.',
    from: { path: '^libs/transparency/', pathNot: [...testCode, '^libs/transparency/src/postgres/'] },
    to: { dependencyTypes: published },
  },
  {
    name: 'transparency-packages-in-postgres',
    comment: 'Where the tree is kept, pg and nothing else.',
    from: { path: '^libs/transparency/src/postgres/', pathNot: testCode },
    to: { dependencyTypes: published, pathNot: node_modules('pg') },
  },
  {
    name: 'read-models-database',
    comment: 'Tables and queries speak to the database; the rest of a read model does not.',
    from: { path: '^libs/read-models/', pathNot: [...testCode, '[./-](table|queries|sql)\\.ts$'] },
    to: { path: database },
  },
  {
    name: 'interchange-database',
    comment: 'Importers and exporters turn rows into commands; they never see the database.',
    from: { path: '^libs/interchange/', pathNot: testCode },
    to: { path: database },
  },
  {
    name: 'apps-database',
    comment: 'Query functions and commands are the only doors to the data.',
    from: { path: '^apps/', pathNot: testCode },
    to: { path: database },
  },
  {
    name: 'nest-in-application-only',
    comment: 'Among the libraries only application knows the framework.',
    from: { path: '^libs/(?!application/)', pathNot: testCode },
    to: { path: nest },
  },
];

const hygieneRules = [
  {
    name: 'no-cycles',
    comment: 'Files that run each other cannot be read one at a time. (A type may be named in both ways.)',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
  },
  {
    name: 'no-test-code-in-the-product',
    comment: 'What ships does not lean on specs, contracts, test/ or bench/.',
    from: { path: '^(libs|apps)/', pathNot: testCode },
    to: { path: testCode },
  },
  {
    name: 'no-development-packages',
    comment: 'What ships needs only what is installed in production.',
    from: { path: '^(libs|apps)/', pathNot: testCode },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only', 'type-import'] },
  },
  {
    name: 'no-undeclared-packages',
    comment: 'A package that only another package brought along may go when that one changes.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-missing-files',
    comment: 'The import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing does nothing.',
    from: {
      orphan: true,
      path: '^(libs|apps|test|bench)/',
      pathNot: [...entrances, '\\.d\\.ts$', '/(public|assets)/.*\\.m?js$'],
    },
    to: {},
  },
  {
    name: 'no-unused-files',
    comment: 'A file that neither an index, nor a program, nor a test leads to is dead.',
    from: { path: [...entrances, ...testCode] },
    to: {
      path: '^(libs|apps)/',
      pathNot: [...entrances, ...testCode, '\\.d\\.ts$', '/(public|assets)/.*\\.m?js$'],
      reachable: false,
    },
  },
];

export const rules = [
  ...Object.entries(arrows).flatMap(arrowRules),
  ...doorRules,
  ...purityRules,
  ...packageRules,
  ...hygieneRules,
].map((rule) => ({ severity: 'error', ...rule }));

export default {
  forbidden: rules,
  options: {
    exclude: { path: '^bench/peers/' },
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
