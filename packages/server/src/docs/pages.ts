/** A page of the documentation: where it is served, and the file that it is made of. */
interface DocPage {
  /** Below `/docs`; the first page is `/docs` itself. */
  readonly path: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Its name in the navigation; absent: it is found by what links to it. */
  readonly way?: string;
}

const ofPackage = (name: string): DocPage => ({
  path: `/docs/packages/${name}`,
  file: `packages/${name}/README.md`,
});

/** Every page, in the order of the navigation. Where one links to a file that is none of these, it links nowhere. */
export const docPages: readonly DocPage[] = [
  { path: '/docs', file: 'README.md', way: 'Overview' },
  { path: '/docs/guides', file: 'docs/guides/README.md', way: 'Guides' },
  { path: '/docs/guides/first-decision', file: 'docs/guides/first-decision.md' },
  { path: '/docs/guides/policy', file: 'docs/guides/policy.md' },
  { path: '/docs/guides/express', file: 'docs/guides/express.md' },
  { path: '/docs/guides/hono', file: 'docs/guides/hono.md' },
  { path: '/docs/guides/beside', file: 'docs/guides/beside.md' },
  { path: '/docs/operate', file: 'docs/operate.md', way: 'Operating' },
  { path: '/docs/observe', file: 'docs/observe.md', way: 'Observing' },
  { path: '/docs/partners', file: 'docs/partners.md', way: 'Partners' },
  { path: '/docs/architecture', file: 'docs/architecture.md', way: 'Architecture' },
  { path: '/docs/security', file: 'SECURITY.md', way: 'Security' },
  { path: '/docs/clauses', file: 'docs/clauses.md' },
  { path: '/docs/readings', file: 'docs/readings.md' },
  { path: '/docs/source', file: 'docs/source.md' },
  { path: '/docs/dependencies', file: 'docs/dependencies.md' },
  { path: '/docs/contributing', file: 'CONTRIBUTING.md' },
  { path: '/docs/market', file: 'examples/market/README.md' },
  { path: '/docs/policy', file: 'policies/market/README.md' },
  ...[
    ...['accounts', 'avow', 'browser', 'centre', 'cli', 'client', 'console', 'ledger'],
    ...['partner', 'policy', 'server', 'vault', 'web'],
  ].map(ofPackage),
];

/** Pictures that pages show, below `/docs/pictures`. */
export const pictures = 'docs/pictures';

/** The files that a published package takes along, so that it can serve the same. */
export const documents: readonly string[] = [...docPages.map(({ file }) => file), pictures];
