import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const imported = /^import\b[^;]*?from\s*['"](\.[^'"]+)['"];?/gm;

/**
 * A module of `@avow/browser` and what it imports as one script, in an order in which each finds what it
 * needs. It has no imports left, so a page may take it as a module, or as a plain script that runs before
 * anything after it. Made once a process.
 */
export function scriptOf(entry: '@avow/browser/cookies' | '@avow/browser/visits'): string {
  const known = made.get(entry) ?? joined(new URL(import.meta.resolve(entry)));
  made.set(entry, known);
  return known;
}

const made = new Map<string, string>();

export const styleOf = (): string =>
  readFileSync(new URL(import.meta.resolve('@avow/browser/style.css')), 'utf8');

/** `state` is what the script finds under the name of `avow`. */
export function served(script: string, state: object): string {
  // JSON that stands in a script by itself: a `<` could end an element that somebody puts it into.
  const told = JSON.stringify(state).replaceAll('<', '\\u003c');
  return `(() => {\n'use strict';\nconst avow = ${told};\n${script}})();\n`;
}

function joined(entry: URL): string {
  const order: string[] = [];
  const seen = new Set<string>();
  const take = (module: URL) => {
    if (seen.has(module.href)) return;
    seen.add(module.href);
    const text = javascript(module);
    for (const [, path = ''] of text.matchAll(imported)) take(new URL(path, module));
    order.push(
      text
        .replace(imported, '')
        .replace(/^export\s+(?:\{\s*\};?)?/gm, '')
        // What is said to readers of the source is not sent to each browser.
        .replace(/^\s*\/\*\*[\s\S]*?\*\/$/gm, '')
        .replace(/^\s*\/\/.*$/gm, '')
        .replace(/^\s+/gm, ''),
    );
  };
  take(entry);
  return order.join('');
}

/** In the repository the source is TypeScript; a published package is JavaScript already. */
function javascript(module: URL): string {
  const text = readFileSync(module, 'utf8');
  if (!module.pathname.endsWith('.ts')) return text;
  // Node says once that this function may change. Whoever starts a server here can do nothing about it.
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
