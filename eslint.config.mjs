import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
const tests = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.contract.ts',
  '**/testing/**',
  'test/**/*.ts',
  'test/**/*.tsx',
];

/** Code that must give the same answer to the same input, today and in ten years' replay. */
const pure = ['**/*.projection.ts', 'libs/register/src/**/*.ts'];

/** Scripts of the pages, which browsers run as they stand. */
const browserScripts = ['apps/web/src/assets/script/**/*.js'];
const browserGlobals = Object.fromEntries(
  [
    ...['window', 'document', 'location', 'history', 'navigator', 'matchMedia', 'getSelection', 'htmx'],
    ...['Element', 'HTMLElement', 'Event', 'CustomEvent', 'FormData', 'MutationObserver', 'sessionStorage'],
    ...['fetch', 'AbortController', 'URL', 'URLSearchParams', 'CSS', 'console'],
    ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame'],
  ].map((name) => [name, 'readonly']),
);

const nodeGlobals = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']),
);

/** Forbidden everywhere; a block that adds to this rule has to repeat these. */
const houseSyntax = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: one name for one thing, in every file.',
  },
  {
    selector: 'Property[key.name="synchronize"][value.value=true]',
    message: 'The schema changes by migrations only.',
  },
];

const impureSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'No clock here: the time comes in with the command or the event.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'No clock here: the time comes in with the command or the event.',
  },
];

const impureProperties = [
  {
    object: 'Date',
    property: 'now',
    message: 'No clock here: the time comes in with the command or the event.',
  },
  { object: 'Math', property: 'random', message: 'No chance here: ids come in with the command.' },
];

const impureGlobals = {
  process: 'No environment here: what it decides comes in as a value.',
  console: 'No output here: return the value and let the caller show it.',
  crypto: 'No chance here: ids come in with the command.',
  performance: 'No clock here.',
  fetch: 'No network here.',
  setTimeout: 'No clock here.',
  setInterval: 'No clock here.',
  setImmediate: 'No clock here.',
};

/** What runs on in-memory dispatch alone would be lost with the process. */
const unusedParts = {
  name: '@nestjs/cqrs',
  importNames: ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'QueryBus', 'Saga'],
  message: 'Only the command bus is used here: events are stored, and read models are queried by function.',
};

/** Where no compiler looks. */
const scriptRules = {
  'no-undef': 'error',
  'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
  'no-unreachable': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-dupe-keys': 'error',
  'no-fallthrough': 'error',
  'no-shadow-restricted-names': 'error',
  'no-self-assign': 'error',
  'no-unsafe-finally': 'error',
  'require-await': 'error',
  'valid-typeof': 'error',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'reports/', '.data/', 'data/', 'bench/peers/', '**/public/**/*.js']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  {
    name: 'chancery/all',
    files: [...typescript, '**/*.mjs', ...browserScripts],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'no-restricted-properties': [
        'error',
        { object: 'it', property: 'only', message: 'A focused test silences the others.' },
        { object: 'test', property: 'only', message: 'A focused test silences the others.' },
        { object: 'describe', property: 'only', message: 'A focused test silences the others.' },
      ],
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': ['error', 'properties'],
    },
  },

  {
    name: 'chancery/scripts',
    files: ['**/*.mjs'],
    languageOptions: { globals: nodeGlobals },
    rules: scriptRules,
  },

  {
    name: 'chancery/browser-scripts',
    files: browserScripts,
    languageOptions: { globals: browserGlobals, sourceType: 'script' },
    rules: {
      ...scriptRules,
      // The content policy forbids the first three; the last is how a page's text becomes its code.
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Texts of sources are hostile: set textContent.' },
        { property: 'outerHTML', message: 'Texts of sources are hostile: set textContent.' },
        { property: 'insertAdjacentHTML', message: 'Texts of sources are hostile: set textContent.' },
      ],
    },
  },

  {
    name: 'chancery/typescript',
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-restricted-syntax': ['error', ...houseSyntax],
      'no-restricted-imports': ['error', { paths: [unusedParts] }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Says nothing in files with decorators: an injected class must stay a value there.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: false, allowNullish: false, allowAny: false, allowRegExp: false },
      ],
      // TypeORM takes plain literals where it declares classes of options.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
    },
  },

  {
    name: 'chancery/pure',
    files: pure,
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...houseSyntax, ...impureSyntax],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-globals': [
        'error',
        {
          globals: Object.entries(impureGlobals).map(([name, message]) => ({ name, message })),
          checkGlobalObject: true,
        },
      ],
    },
  },

  {
    // A new act must be met by every switch of the domain; elsewhere a written `default` is an answer too.
    name: 'chancery/domain',
    files: ['libs/register/src/**/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
    },
  },

  {
    name: 'chancery/tests',
    files: tests,
    rules: {
      // Answers over the wire are asserted as they come, without a type.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  prettier,
);
