import { createSecretKey, type KeyObject } from 'node:crypto';
import { isFault } from '../fault.ts';
import { placeOf } from '../keys/key-rows.ts';
import { nameOf, numbersOf, rowNamed, secretPlace } from '../keys/names.ts';
import { noteDown, noteIn } from '../keys/notes.ts';
import { regionLock, unwrapRegion } from '../keys/region-keys.ts';
import { secretKeyOf } from '../keys/secret-key.ts';
import type { DataKeyRow, SecretRow } from '../keys/tables.ts';
import { numberOf, unwrapNumbered, wrapKey, wrapNumbered } from '../keys/wrap.ts';
import type { Random } from '../port/random.ts';
import type { Change } from '../port/store.ts';
import {
  changeSecrets,
  conclude,
  type RotationParts,
  record,
  refuseIfStopped,
  type Tell,
} from './parts.ts';
import { rootInForce } from './root.ts';

/** Data keys wrapped anew in one unit; bounds how long the store is held. */
const STEP = 500;
const KEY_BYTES = 32;

/**
 * Puts a new region key beside the old one, unless that has been done. From here on everything new
 * is wrapped under the new one, on every process; both open what they wrapped.
 */
export async function beginRegion(parts: RotationParts): Promise<void> {
  const root = await rootInForce(parts);
  await record(parts, { kind: 'rotation', key: 'region', state: 'begun' });
  const { random } = parts.tools;
  await changeSecrets(parts, regionLock('exclusive'), (rows, now) =>
    noteIn(rows, 'rotation/region') === undefined ? begun(rows, now, root, random) : [],
  );
  await parts.region.refresh();
}

function begun(
  rows: readonly SecretRow[],
  created: number,
  root: KeyObject,
  random: Random,
): readonly Change[] {
  const number = numbersOf(rows, 'region').at(-1)!;
  // By the root key as it is now: it may have been changed since it was asked for.
  const old = { number, key: secretKeyOf(unwrapRegion(rows, number, root)) };
  const secret = random(KEY_BYTES);
  const next = { number: number + 1, key: createSecretKey(secret) };
  const name = nameOf('region', next.number);
  const wrapped = wrapKey(root, secretPlace(name), secret, random);
  const dependent = rows.filter((row) => /^(index|log)(\/|$)/.test(row.name));
  return [
    { table: 'secret', after: { name, wrapped, created } },
    ...dependent.map((before) => {
      const place = secretPlace(before.name);
      const key = unwrapNumbered(old, place, before.wrapped);
      const after = { ...before, wrapped: wrapNumbered(next, place, key, random) };
      return { table: 'secret', before, after };
    }),
    ...sinceWhen(rows, number),
    noteDown(rows, 'rotation/region', created),
  ];
}

/** The first region key is as old as the first root key, and about to go. */
function sinceWhen(rows: readonly SecretRow[], number: number): readonly Change[] {
  const first = rowNamed(rows, nameOf('region', number))!;
  return noteIn(rows, 'root') === undefined ? [noteDown(rows, 'root', first.created)] : [];
}

/**
 * Wraps every data key anew that is under an old region key, step by step, while others read, make
 * and destroy keys; then removes the old one. May be cut off anywhere and begun again, and done by
 * several processes at once.
 */
export async function continueRegion(
  parts: RotationParts,
  note: SecretRow,
  tell: Tell,
): Promise<void> {
  await parts.region.refresh();
  // What this pass is for. Another process may finish it meanwhile, and begin the next.
  const to = parts.region.newest;
  const total = await countKeys(parts);
  // A pass that finds none any more is the proof: since the new key is there, none is added.
  while ((await wrapAnew(parts, to, total, tell)) > 0);
  await changeSecrets(parts, regionLock('exclusive'), (rows) => olderThan(to, rows));
  await parts.region.refresh();
  await conclude(parts, note, regionLock('exclusive'));
}

function olderThan(to: number, rows: readonly SecretRow[]): readonly Change[] {
  return numbersOf(rows, 'region')
    .filter((number) => number < to)
    .map((number) => ({ table: 'secret', before: rowNamed(rows, nameOf('region', number))! }));
}

async function countKeys({ keys, signal }: RotationParts): Promise<number> {
  let total = 0;
  for await (const _ of keys.scan({ table: 'data', page: STEP })) {
    refuseIfStopped(signal);
    total += 1;
  }
  return total;
}

/** One pass over all data keys; resolves to how many it found under a region key before `to`. */
async function wrapAnew(
  parts: RotationParts,
  to: number,
  total: number,
  tell: Tell,
): Promise<number> {
  let done = 0;
  let found = 0;
  for await (const page of pagesOf(parts)) {
    refuseIfStopped(parts.signal);
    const old = page.filter((row) => numberOf(row.wrapped) < to);
    found += old.length;
    done += page.length;
    await wrapTogether(parts, old);
    tell({ key: 'region', done: Math.min(done, total), total });
  }
  return found;
}

async function* pagesOf({ keys }: RotationParts): AsyncIterable<readonly DataKeyRow[]> {
  let page: DataKeyRow[] = [];
  for await (const row of keys.scan({ table: 'data', page: STEP })) {
    page.push(row as DataKeyRow);
    if (page.length < STEP) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/**
 * These keys in one unit. If one of them has been destroyed since, or wrapped anew by somebody else,
 * each goes alone, and that one is left as it is: what is gone must not come back.
 */
async function wrapTogether(parts: RotationParts, rows: readonly DataKeyRow[]): Promise<void> {
  if (rows.length === 0) return;
  const changes = rows.map((before) => {
    const place = placeOf(before);
    const key = parts.region.unwrap(place, before.wrapped);
    const after = { ...before, wrapped: parts.region.wrap(place, key, parts.tools.random) };
    return { table: 'data', before, after };
  });
  try {
    await parts.keys.run({
      locks: [regionLock('shared')],
      reads: [],
      decide: () => ({ changes, answer: undefined }),
    });
  } catch (problem) {
    if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
    if (rows.length > 1) for (const row of rows) await wrapTogether(parts, [row]);
  }
}
