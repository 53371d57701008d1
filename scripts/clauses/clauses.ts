import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Backing, Policy, Sentence } from '@avow/policy';
import { policy } from '@avow/policy-market';
import { carriedOut } from './carried-out.ts';

/** A sentence with everything that keeps it. Paths are from the root of the repository. */
export interface Row {
  readonly sentence: Sentence;
  /** The file of the policy in which it stands. */
  readonly source: string;
  /** The rooms that carry it out. */
  readonly rooms: readonly string[];
  /** The tests that are named by it. */
  readonly tests: readonly string[];
}

/** Where each promise about single decisions is broken on purpose, and must be found broken. */
export const promisesTest = 'policies/market/test/promises.test.ts';

/** Every sentence of the market's policy, in its order. */
export function rowsIn(root: string): Row[] {
  const sources = namedIn(root, 'policies/market/src/**/*.ts', /\bclause\(\s*'([^']+)'/g);
  const tests = namedIn(
    root,
    '{packages,policies,examples,e2e}/**/*.test.ts',
    /\bcited\(\s*'([^']+)'/g,
  );
  return policy.clauses.flatMap(({ id, sentences }) =>
    sentences.map((sentence) => ({
      sentence,
      source: sources.get(id)?.[0] ?? '',
      rooms: carriedOut[sentence.id] ?? carriedOut[id] ?? [],
      tests: tests.get(sentence.id) ?? [],
    })),
  );
}

/** Whether something runs for a sentence, so that a test has to show it. */
export const needsTest = ({ sentence }: Row): boolean =>
  sentence.backings.some(({ kind }) => kind !== 'information' && kind !== 'never');

/** The names that a pattern finds in files, each with the files that have it. */
function namedIn(root: string, files: string, pattern: RegExp): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync(files, { cwd: root, exclude: ['**/node_modules/**'] }).sort()) {
    for (const [, name = ''] of readFileSync(`${root}/${file}`, 'utf8').matchAll(pattern)) {
      found.set(name, (found.get(name) ?? new Set()).add(file));
    }
  }
  return new Map([...found].map(([name, paths]) => [name, [...paths]]));
}

/** The page `docs/clauses.md`. */
export function pageOf(rows: readonly Row[]): string {
  const clauses = policy.clauses.map(({ id, title, sentences }) => {
    const lines = sentences.map((sentence) => line(rows.find((row) => row.sentence === sentence)!));
    return `## ${id} ${title['en']}\n\n${[...head, ...lines].join('\n')}\n`;
  });
  return `${lead}\n${clauses.join('\n')}`;
}

const lead = `# Each sentence, and what keeps it

Made by \`node scripts/clauses/write.ts\`; a test holds it to the policy, the code and the tests. *Rule* is what stands behind the
sentence in the program; *code* is where it is carried out, beside the policy's own file and the guarded act
(\`packages/avow/src/act\`), by which everything is decided; *tests* are those that are named by the sentence. A promise that is
proven is broken on purpose in [promises.test.ts](../${promisesTest}). The words of the
sentences are on the policy's page.
`;

const head = ['| sentence | rule | code | tests |', '| --- | --- | --- | --- |'];

function line(row: Row): string {
  const { sentence, source, rooms, tests } = row;
  const rule = [...new Set(sentence.backings.map((backing) => said(backing, policy)))].join('; ');
  const code = rooms.map((room) => link(room, room.replace(/^packages\//, '').replace('/src', '')));
  const shown = tests.map((test) => link(test, basename(test, '.test.ts')));
  return `| ${link(source, sentence.id)} | ${rule} | ${code.join(', ')} | ${shown.join(', ')} |`;
}

const link = (path: string, label: string) => `[${label}](../${path})`;

function said(backing: Backing, { vocabulary }: Policy): string {
  switch (backing.kind) {
    case 'permit':
      return 'permits';
    case 'forbid':
      return 'forbids';
    case 'never':
      return 'promise, proven';
    case 'enforced':
      return 'promise, enforced';
    case 'duty':
      return `duty: ${vocabulary.duties[backing.duty]?.label['en'] ?? backing.duty}`;
    case 'information':
      return 'tells';
    case 'rest':
      return 'refuses the rest';
    default:
      return backing satisfies never;
  }
}
