import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { auditFiles, openAnchorFile } from '../src/index.ts';
import { keyringOf, makePlace } from './place.ts';

const TIMES = 20;
const rootKey = Buffer.alloc(32, 5);
const place = makePlace(rootKey);

afterAll(() => place.remove());

/** Starts the worker, lets it give some answers, kills it, and returns every answer it gave. */
async function workAndKill(answers: number): Promise<string[][]> {
  const worker = join(import.meta.dirname, 'crash-worker.ts');
  const { data, keys, anchor } = place;
  const child = spawn(
    process.execPath,
    ['--no-warnings', worker, data, keys, anchor, rootKey.toString('hex')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'exit');
  const told: string[][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line.split(' '));
    if (told.length === answers) child.kill('SIGKILL');
  }
  const [, signal] = await exit;
  expect(signal).toBe('SIGKILL');
  return told;
}

/** What of the answers is not so. */
function unkept(told: readonly string[][]): string[] {
  const data = new DatabaseSync(place.data, { readOnly: true });
  const keys = new DatabaseSync(place.keys, { readOnly: true });
  const personOf = data.prepare('SELECT state FROM person WHERE id = ?');
  const recordOf = data.prepare('SELECT person FROM record WHERE id = ?');
  const entryOf = data.prepare('SELECT 1 FROM entry WHERE id = ?');
  const keyOf = keys.prepare('SELECT 1 FROM data WHERE person = ?');
  const stateOf = (person: string) => String(personOf.get(person)?.['state']);

  function isSo([what, id = '', entry = '', person = '']: readonly string[]): boolean {
    switch (what) {
      case 'person':
        return personOf.get(id) !== undefined;
      case 'record':
        // Whoever's erasure was under way may have lost it, although that answer was cut off.
        return hasEntry(entry) && (recordOf.get(id) !== undefined || isErased(person));
      case 'entry':
        return hasEntry(id);
      case 'erased':
        return isErased(id) && keyOf.get(id) === undefined;
      default:
        return false;
    }
  }

  function hasEntry(id: string): boolean {
    return entryOf.get(id) !== undefined;
  }

  function isErased(person: string): boolean {
    return ['erasing', 'erased'].includes(stateOf(person));
  }

  // The last line may have been cut in the middle by the kill.
  const wrong = told.slice(0, -1).filter((answer) => !isSo(answer));
  data.close();
  keys.close();
  return wrong.map((answer) => answer.join(' '));
}

it(`keeps every answer when killed at any moment, ${TIMES} times`, {
  timeout: 120_000,
}, async () => {
  let checked = 0;
  for (let time = 0; time < TIMES; time++) {
    const told = await workAndKill(randomInt(1, 400));
    expect(unkept(told)).toEqual([]);
    checked += told.length;

    // A start mends what was cut off; the audit then accounts for every row and opens every record.
    const vault = await place.open();
    const { vkey } = vault;
    await vault.close();
    const audit = await auditFiles({
      data: place.data,
      anchor: openAnchorFile(place.anchor),
      vkey,
      open: { keys: place.keys, keyring: keyringOf(rootKey) },
    });
    expect(audit).toMatchObject({ ok: true, counts: { pending: 0 } });
  }
  expect(checked).toBeGreaterThan(TIMES);
});
