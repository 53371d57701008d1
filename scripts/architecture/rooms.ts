/**
 * Who may import whom. One row a room (a folder); the most specific row wins, so that a folder
 * inside a package can be held to stricter terms than the package.
 *
 * `docs/architecture.md` draws the same picture; `npm run architecture` and its test hold the code
 * to this table.
 */
export interface Room {
  /** Folder, from the root of the repository. */
  readonly folder: string;
  /** Workspace packages it may import, by name. */
  readonly ours: readonly string[];
  /** npm packages it may import. */
  readonly npm: readonly string[];
  /** Whether it may import `node:` modules. */
  readonly node: boolean;
  /**
   * What its relative imports may reach: `inside` the folder itself, or beyond it whatever keeps these
   * same terms (`alike`), as far as the imports lead.
   */
  readonly reach: 'inside' | 'alike';
}

const core = [
  '@avow/policy',
  '@avow/ledger',
  '@avow/ledger/verify',
  '@avow/vault',
  '@avow/vault/connection-string',
];

/** What the server stands on, and what it serves with. */
const under = [...core, 'avow', 'avow/telemetry', '@avow/policy-market'];
const serving = [
  'hono',
  '@hono/node-server',
  '@hono/zod-openapi',
  '@opentelemetry/api',
  'jose',
  'pino',
  'zod',
];

export const rooms: readonly Room[] = [
  { folder: 'packages/policy', ours: [], npm: [], node: false, reach: 'inside' },
  { folder: 'packages/ledger', ours: [], npm: [], node: true, reach: 'inside' },
  { folder: 'packages/ledger/src/verify', ours: [], npm: [], node: false, reach: 'alike' },
  {
    folder: 'packages/vault',
    ours: ['@avow/ledger', '@avow/ledger/verify'],
    npm: [],
    node: true,
    reach: 'inside',
  },
  {
    // The second engine, and the one place that needs a driver from npm.
    folder: 'packages/vault/src/postgres',
    ours: ['@avow/ledger'],
    npm: ['pg'],
    node: true,
    reach: 'alike',
  },
  {
    // What leaves for a holder of an escrow is a standard envelope, and the one place that needs jose.
    folder: 'packages/vault/src/custody/escrow',
    ours: ['@avow/ledger'],
    npm: ['jose'],
    node: true,
    reach: 'alike',
  },
  {
    folder: 'packages/avow',
    ours: core,
    npm: ['@opentelemetry/api', 'jose', 'zod'],
    node: true,
    reach: 'inside',
  },
  {
    // Reads what partners deliver, and is the one place that needs a parser from npm.
    folder: 'packages/avow/src/imports/parse',
    ours: core,
    npm: ['csv-parse'],
    node: true,
    reach: 'alike',
  },
  {
    // Looks through what people type, in the server and in their browser: it needs nothing of either.
    folder: 'packages/avow/src/warnings',
    ours: [],
    npm: [],
    node: false,
    reach: 'inside',
  },
  { folder: 'packages/server', ours: under, npm: serving, node: true, reach: 'inside' },
  {
    // Writes our documents as pages, and is the one place that needs a reader of Markdown.
    folder: 'packages/server/src/docs',
    ours: under,
    npm: [...serving, 'marked'],
    node: true,
    reach: 'alike',
  },
  {
    // The look of pages is shared with whoever mounts pages beside ours: it knows none of us.
    folder: 'packages/server/src/look',
    ours: [],
    npm: ['hono'],
    node: false,
    reach: 'inside',
  },
  {
    // The one place that needs better-auth: a platform with accounts of its own goes without.
    folder: 'packages/accounts',
    ours: ['avow', '@avow/policy', '@avow/server', '@avow/server/look'],
    npm: ['@simplewebauthn/server', 'better-auth', 'jose', 'nodemailer', 'pg'],
    node: true,
    reach: 'inside',
  },
  {
    // Its pages stand on the face of the accounts, and see nothing of what is behind it.
    folder: 'packages/accounts/src/pages',
    ours: ['avow', '@avow/policy', '@avow/server', '@avow/server/look'],
    npm: ['@simplewebauthn/server', 'hono', 'qr'],
    node: true,
    reach: 'alike',
  },
  {
    // Mounted by any platform: it knows what it is handed, and nobody's accounts.
    folder: 'packages/centre',
    ours: [
      'avow',
      '@avow/policy',
      '@avow/ledger/verify',
      '@avow/server',
      '@avow/server/flows',
      '@avow/server/look',
      '@avow/server/mounted',
      '@avow/policy-market',
    ],
    npm: ['hono'],
    node: true,
    reach: 'inside',
  },
  {
    // What checks a receipt runs in the reader's browser.
    folder: 'packages/centre/src/check',
    ours: ['@avow/ledger/verify'],
    npm: [],
    node: false,
    reach: 'alike',
  },
  {
    // Mounted by any platform, which says who is at work: it knows nobody's accounts.
    folder: 'packages/console',
    ours: [
      'avow',
      '@avow/policy',
      '@avow/server',
      '@avow/server/flows',
      '@avow/server/look',
      '@avow/server/mounted',
      '@avow/policy-market',
    ],
    npm: ['hono'],
    node: true,
    reach: 'inside',
  },
  {
    // The picture of the flows is laid out here, and nothing else needs to know how.
    folder: 'packages/server/src/flows',
    ours: [],
    npm: ['d3-sankey', 'hono'],
    node: false,
    reach: 'alike',
  },
  {
    // Goes before servers of any make, so it needs none of them.
    folder: 'packages/web',
    ours: ['avow', '@avow/policy', '@avow/browser'],
    npm: ['ua-parser-js'],
    node: true,
    reach: 'inside',
  },
  {
    // What it serves to browsers as it is: sees no Node, and no package of ours or anybody's.
    folder: 'packages/browser',
    ours: [],
    npm: [],
    node: false,
    reach: 'inside',
  },
  {
    // What a partner runs, in Node or in a page: the standards' envelopes, and the check of receipts.
    folder: 'packages/partner',
    ours: ['@avow/ledger/verify'],
    npm: ['jose'],
    node: false,
    reach: 'inside',
  },
  {
    // What an application runs beside the server, in any language's place: the web's fetch and nothing else.
    folder: 'packages/client',
    ours: [],
    npm: [],
    node: false,
    reach: 'inside',
  },
  {
    folder: 'packages/cli',
    ours: [
      ...core,
      'avow',
      '@avow/accounts/operator-token',
      '@avow/accounts/smtp',
      '@avow/accounts/subject-token',
      '@avow/centre',
      '@avow/console',
      '@avow/server',
      '@avow/policy-market',
    ],
    npm: [],
    node: true,
    reach: 'inside',
  },
  {
    // Loaded only when there is somewhere to export to.
    folder: 'packages/cli/src/telemetry',
    ours: [],
    npm: [
      '@opentelemetry/api',
      '@opentelemetry/context-async-hooks',
      '@opentelemetry/exporter-metrics-otlp-proto',
      '@opentelemetry/exporter-trace-otlp-proto',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-metrics',
      '@opentelemetry/sdk-trace',
    ],
    node: true,
    reach: 'alike',
  },
  { folder: 'policies/clinic', ours: ['@avow/policy'], npm: [], node: false, reach: 'inside' },
  { folder: 'policies/market', ours: ['@avow/policy'], npm: [], node: false, reach: 'inside' },
  {
    // The market stands where an adopter stands: on the public face only.
    folder: 'examples/market',
    ours: [
      'avow',
      '@avow/accounts',
      '@avow/accounts/pages',
      '@avow/centre',
      '@avow/console',
      'avow/warnings',
      '@avow/server',
      '@avow/server/look',
      '@avow/web',
      '@avow/policy',
      '@avow/policy-market',
    ],
    npm: ['hono', '@hono/node-server', 'zod'],
    node: true,
    reach: 'inside',
  },
  {
    // Speaks to a running clinic over HTTP, and plays on the stage of the market's story.
    folder: 'examples/clinic',
    ours: [],
    npm: [],
    node: true,
    reach: 'alike',
  },
  {
    // Other companies, in processes of their own: what they know of the platform is the partner kit.
    folder: 'examples/market/partners',
    ours: ['@avow/partner'],
    npm: ['hono', '@hono/node-server'],
    node: true,
    reach: 'inside',
  },
];
