import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/observe.md'), 'utf8');

/** The rows of the table in a section of `docs/observe.md`: one record each, by the table's head. */
export function tableOf(section: string): Record<string, string>[] {
  const text = page.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const [head = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

/** The words in a cell that are set as code. */
export const coded = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');
