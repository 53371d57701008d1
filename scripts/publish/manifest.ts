/** The parts of a package.json that publishing changes. */
export interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/**
 * The manifest as it is published: in the repository `exports` and `bin` name TypeScript sources,
 * which Node runs as they are; below `node_modules` Node strips no types, so a published package
 * names the JavaScript and the declarations that `tsc` made of them.
 */
export function published(manifest: Manifest): Record<string, unknown> {
  const { scripts: _, ...rest } = manifest;
  return {
    ...rest,
    ...(manifest.exports && { exports: mapValues(manifest.exports, entry) }),
    ...(manifest.bin && { bin: mapValues(manifest.bin, javascript) }),
  };
}

const entry = (source: string): unknown =>
  source.endsWith('.ts')
    ? { types: javascript(source).replace(/\.js$/, '.d.ts'), default: javascript(source) }
    : source;

const javascript = (source: string): string =>
  source.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '.js');

function mapValues<A, B>(record: Readonly<Record<string, A>>, f: (value: A) => B) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value)]));
}
