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
  // Read when somebody first asks: a market that nobody has come to needs none of it.
  let served: ReadonlyMap<string, string> | undefined;
  app.get('/:file{(?:warnings/)?[a-z]+\\.[jt]s}', (c, next) => {
    served ??= allScripts();
    const text = served.get(c.req.param('file'));
    return text === undefined
      ? next()
      : c.body(text, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  return app;
}

function allScripts(): Map<string, string> {
  const index = import.meta.resolve('avow/warnings');
  const folder = new URL('.', index);
  const modules = readdirSync(folder).filter((file) => /^[a-z]+\.[jt]s$/.test(file));
  return new Map([
    ['warn.js', readFileSync(new URL('../browser/warn.js', import.meta.url), 'utf8')],
    ['warnings.js', `export { find } from './warnings/${basename(fileURLToPath(index))}';\n`],
    ...modules.map((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const plain = file.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
      return [`warnings/${file}`, plain] as const;
    }),
  ]);
}
