import { defineConfig } from 'oxlint';

/* The import rules between folders are defined only here; docs/architecture.md has a diagram of them. */

type Pattern = {
  group?: string[];
  regex?: string;
  message: string;
  allowTypeImports?: boolean;
};
type Name = { name: string; importNames: string[]; message: string };

/** The rules between folders read only the aliases (`#db/…`). */
const relative: Pattern = {
  regex: String.raw`^(?:\.\./)+(?:app|components|db|lib|reader|server|messages)/`,
  message: 'Import from another folder by its alias: #lib/….',
};

const restrict = (patterns: Pattern[], paths: Name[] = []) => ({
  'no-restricted-imports': ['error', { paths, patterns: [relative, ...patterns] }] as ['error', object],
});
const ours = (folders: string[], message: string): Pattern => ({
  regex: `^#(?:${folders.join('|')})/`,
  message,
});

const next: Pattern = {
  group: ['next', 'next/*', 'next-intl', 'next-intl/*'],
  message: 'Next belongs to app/ and components/.',
};
const engine: Pattern = {
  group: ['better-sqlite3', 'drizzle-orm', 'drizzle-orm/*'],
  message: 'SQL and its driver stay in db/.',
};

const db: Pattern[] = [
  ours(['app', 'components', 'reader'], 'db imports lib only.'),
  { group: ['react', 'react-dom'], message: 'db imports lib only.' },
  next,
];

const readerOnly = ours(['app', 'components', 'db', 'messages'], 'reader imports itself and lib only.');

/** The folders of db/, from lowest to highest: a folder imports from itself and from those before it. */
const DB_ORDER = [
  'engine',
  'tables',
  'jobs',
  'people',
  'media',
  'paper',
  'articles',
  'search',
  'front',
  'live',
  'privacy/addresses',
  'moderation',
  'comments',
  'privacy',
];
const filesOf = (folder: string) => (folder === 'privacy' ? 'privacy/[^/]+$' : `${folder}/`);

const addresses: Name = {
  name: '#db/tables/tables.ts',
  importNames: ['commentContacts'],
  message: 'Only db/privacy/addresses/ reads the addresses and networks of commenters.',
};

const dbFolders = DB_ORDER.map((folder, at) => {
  const above = DB_ORDER.slice(at + 1).map(filesOf);
  const isInside = folder === 'privacy/addresses' || folder === 'tables';
  const order = {
    regex: `^#db/(?:${above.join('|')})`,
    message: `db/${folder} may not import a folder above it: see DB_ORDER in oxlint.config.ts.`,
  };
  return {
    files: [`db/${folder}/*.ts`],
    rules: restrict(above.length > 0 ? [...db, order] : db, isInside ? [] : [addresses]),
  };
});

const components: Pattern[] = [
  ours(['app'], 'Components know no page.'),
  { ...ours(['db'], 'Components get their data as props: only types of db.'), allowTypeImports: true },
  { ...engine, group: [...engine.group!, 'node:*'] },
];

/** Parts of the newsroom share `ui` and `library`, and do not import each other. */
const NEWSROOM_PARTS = ['frame', 'front', 'lists', 'live', 'people', 'queue', 'writing'];
const newsroom = [...NEWSROOM_PARTS, 'library', 'ui'].map((part) => {
  const others = NEWSROOM_PARTS.filter((each) => each !== part);
  const apart = {
    regex: `^#components/newsroom/(?:${others.join('|')})/`,
    message: 'Parts of the newsroom share ui and library, and know nothing of each other.',
  };
  return { files: [`components/newsroom/${part}/**`], rules: restrict([...components, apart]) };
});

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'jsx-a11y', 'unicorn', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['node_modules', '.next', 'public', 'data', 'db/migrations', 'next-env.d.ts'],
  rules: {
    'max-lines': ['error', 300],
    'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
    'no-shadow': 'off',
    'no-control-regex': 'off',
    'react/react-in-jsx-scope': 'off',
    'react/no-array-index-key': 'off',
    'react/no-unstable-nested-components': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'import/no-default-export': 'error',
    'jsx-a11y/no-autofocus': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
  },
  overrides: [
    {
      // Next and the tools read the default export.
      files: [
        'app/**/{page,layout,error,not-found,global-error,forbidden}.tsx',
        'app/_request/messages.ts',
        '*.config.{ts,mjs}',
        'db/drizzle.*.ts',
        'e2e/playwright.config.ts',
        '**/*.d.ts',
      ],
      rules: { 'import/no-default-export': 'off', 'unicorn/filename-case': 'off' },
    },
    {
      files: ['lib/**'],
      rules: {
        'no-misleading-character-class': 'off',
        ...restrict([ours(['app', 'components', 'db', 'reader'], 'lib imports nothing of ours.'), next]),
      },
    },
    { files: ['db/**'], rules: restrict(db) },
    ...dbFolders,
    { files: ['db/**/*.test.ts', 'db/testing/**'], rules: restrict(db) },
    { files: ['components/**'], rules: restrict(components) },
    ...newsroom,
    { files: ['app/**', 'server/**', 'messages/**'], rules: restrict([engine]) },
    // `server` has no alias: only commands and journeys use it from outside.
    { files: ['bin/**'], rules: { 'no-restricted-imports': ['error', { patterns: [engine] }] } },
    { files: ['reader/**'], rules: restrict([readerOnly, { ...readerOnly, regex: '^[^.#]' }]) },
    { files: ['reader/**/*.test.ts'], rules: restrict([readerOnly, engine]) },
    // A `describe` holds many tests; the pictures of the demo are drawing data.
    {
      files: ['**/*.test.{ts,tsx}', 'e2e/**', 'db/seed/art/**'],
      rules: { 'max-lines-per-function': 'off' },
    },
    { files: ['e2e/**'], rules: { 'no-empty-pattern': 'off' } },
    { files: ['db/seed/art/**'], rules: { 'unicorn/no-useless-spread': 'off' } },
  ],
});
