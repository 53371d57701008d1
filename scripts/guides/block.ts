import { readFileSync } from 'node:fs';

/** The fenced block of a page that follows the marker with this name: `<!-- example: name -->`. */
export function example(page: string, name: string): string {
  const marked = new RegExp(`<!-- example: ${name} -->\\s*\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``);
  const block = marked.exec(readFileSync(page, 'utf8'));
  if (!block?.[1]) throw new Error(`${page} has no example named ${name}`);
  return block[1];
}

/** What a program of a page is said to print, line by line: what follows `//> `. */
export const printsOf = (program: string): string[] =>
  [...program.matchAll(/\/\/> (.*)$/gm)].map(([, line]) => line ?? '');
