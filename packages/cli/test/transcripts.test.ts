import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../../../scripts/program/program.ts';
import { aligned, carryOut, formatTranscript, parseTranscript } from './transcript.ts';

const root = join(import.meta.dirname, '../../..');
const { PATH, TRANSCRIPTS } = process.env;
const transcripts = join(import.meta.dirname, 'transcripts');

/** Not in memory: lines are broken by how long a path is. */
const { AVOW_LASTING = tmpdir() } = process.env;
const fresh = (name: string) => realpathSync(mkdtempSync(join(AVOW_LASTING, name)));

/** What a transcript has whose second line asks for it: two pairs of empty databases. */
async function databasesFor(line: string | undefined): Promise<Record<string, string>> {
  if (line !== 'with PostgreSQL') return {};
  const { newDatabase } = await import('../../vault/test/postgres/database.ts');
  const names = ['DATA', 'KEYS', 'DATA2', 'KEYS2'];
  const made = names.map(async (name) => [name, await newDatabase()] as const);
  return Object.fromEntries(await Promise.all(made));
}

/** A folder with `avow` in it: the program, put together so that a hundred and fifty steps start in half the time. */
async function bundled(scratch: string): Promise<string> {
  const { bin } = await program();
  const folder = join(scratch, 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'avow'), `#!/bin/sh\nexec node '${bin}' "$@"\n`, { mode: 0o755 });
  return folder;
}

/** Held with the link that npm makes, so with what `npx avow` runs; `init` writes files that are no part of the bundle. */
const withLink = ['readme.txt', 'frame.txt'];

/**
 * Sessions with the real program, as readable text. After a change that is meant, set
 * `TRANSCRIPTS=write` to have the actual output written down, and read what has changed in git.
 */
describe('transcripts', () => {
  test.concurrent.each(readdirSync(transcripts))(
    '%s',
    async (name) => {
      const file = join(transcripts, name);
      const expected = parseTranscript(readFileSync(file, 'utf8'));
      const scratch = fresh('avow-transcript-');
      const own = fresh('avow-program-');
      const place = {
        scratch,
        databases: await databasesFor(expected.preface[1]),
        // The first line of a transcript says where it is held, from the root of the repository.
        folder: join(root, expected.preface[0]?.replace(/^in /, '') ?? ''),
        path: `${withLink.includes(name) ? '' : `${await bundled(own)}:`}${join(root, 'node_modules/.bin')}:${PATH}`,
      };
      try {
        const steps = [];
        for (const { command, output } of expected.steps) {
          const actual = await carryOut(command, place);
          steps.push({ command, output: aligned(output, actual.output) });
        }
        if (TRANSCRIPTS === 'write') {
          writeFileSync(file, formatTranscript({ ...expected, steps }));
        }
        expect(steps).toEqual(expected.steps);
      } finally {
        for (const each of [scratch, own]) rmSync(each, { recursive: true, force: true });
      }
    },
    600_000,
  );

  test('the README shows readme.txt', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const session = formatTranscript({
      ...parseTranscript(readFileSync(join(transcripts, 'readme.txt'), 'utf8')),
      preface: [],
    });
    expect(readme).toContain(session.trim());
  });
});
