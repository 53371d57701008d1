import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { auditFiles, openAnchorFile } from '../src/index.ts';
import { keyringOf, makePlace, type Place } from './place.ts';

/** Deployments, and how often each is killed: an audit goes through all that was done before. */
const DEPLOYMENTS = 5;
const TIMES = 4;
const rootKey = Buffer.alloc(32, 5);
let place: Place;

beforeEach(() => {
  place = makePlace(rootKey);
});

afterEach(() => place.remove());

/** A worker that waits for its turn. */
function startWorker() {
  const worker = join(import.meta.dirname, 'crash-worker.ts');
  const { data, keys, anchor } = place;
  return spawn(
    process.execPath,
    ['--no-warnings', worker, data, keys, anchor, rootKey.toString('hex')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
}

/** Lets the worker give some answers, kills it, and returns every answer it gave. */
async function workAndKill(
  child: ReturnType<typeof startWorker>,
  answers: number,
): Promise<string[][]> {
  const exit = once(child, 'exit');
  child.stdin.write('begin\n');
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
      case 'region':
        return true;
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

it.each(Array.from({ length: DEPLOYMENTS }, (_, at) => at + 1))(
  `keeps every answer when killed at any moment, ${TIMES} times (deployment %i)`,
  async () => {
    let checked = 0;
    let next = startWorker();
    onTestFinished(() => void next.kill('SIGKILL'));
    for (let time = 1; time <= TIMES; time++) {
      const worker = next;
      // Gets ready while this one works and is checked.
      if (time < TIMES) next = startWorker();
      const told = await workAndKill(worker, randomInt(1, 150));
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
  },
);
