import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** The market's own script, for pages on which people write what others will read. */
export const warnScript = '/market/scripts/warn.js';

/**
 * The script, and the detector of Avow that it uses, served as it is: the same code that looks through
 * the text when it arrives. In this repository it is TypeScript, whose types are taken away.
 */
export function scripts(): Hono {
  const app = new Hono();
  const index = fileURLToPath(import.meta.resolve('avow/warnings'));
  const folder = new URL('.', import.meta.resolve('avow/warnings'));
  const modules = new Map(
    readdirSync(folder)
      .filter((file) => /^[a-z]+\.[jt]s$/.test(file))
      .map((file) => [file, plainScript(readFileSync(new URL(file, folder), 'utf8'), file)]),
  );
  const served = new Map([
    ['warn.js', readFileSync(new URL('../browser/warn.js', import.meta.url), 'utf8')],
    ['warnings.js', `export { find } from './warnings/${basename(index)}';\n`],
    ...[...modules].map(([file, text]) => [`warnings/${file}`, text] as const),
  ]);
  for (const [path, text] of served) {
    app.get(`/${path}`, (c) => c.body(text, 200, { 'Content-Type': 'text/javascript' }));
  }
  return app;
}

const plainScript = (text: string, file: string): string =>
  file.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
