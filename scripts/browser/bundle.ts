/**
 * Makes one file of the privacy centre's element and the verifier that it uses, and writes it where
 * the centre serves it from. What is served is checked in; its test makes it anew and compares.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = new URL('../../', import.meta.url);
const input = fileURLToPath(new URL('packages/centre/browser/receipt-check.ts', root));
export const output = fileURLToPath(new URL('packages/centre/src/check/script.ts', root));

/** The element as one minified module. */
export async function bundle(): Promise<string> {
  const bundled = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const {
    output: [chunk],
  } = await bundled.generate({ format: 'esm', minify: true });
  await bundled.close();
  return chunk.code;
}

/** As a module of the centre: bytes that travel with it, wherever it is installed. */
const asModule = (
  code: string,
) => `// Made by scripts/browser/bundle.ts of browser/receipt-check.ts; its test makes it anew.
export const script = ${JSON.stringify(code)};
`;

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(output, asModule(await bundle()));
