import { isFault, type Vault } from '@avow/vault';
import {
  type Actor,
  casesAgainst,
  clearedAt,
  newSeen,
  type SeenBody,
  seenRow,
} from '../register/harvest.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';
import type { Counter } from './counter.ts';
import { merged, nobodyYet, type Sketch, sketchFrom, written } from './sketch.ts';

/** How often it is tried while other processes write the same window down. */
const TRIES = 4;

/**
 * Adds what one process has seen to what all know. `cleared`: the actor was found to have been wronged
 * since, so what was seen before counts no longer, here either. Where others were always faster, or the
 * store is full, it is kept in memory and tried again with the next that are read.
 */
export async function writeDown(
  vault: Vault,
  actor: Actor,
  counter: Counter,
): Promise<'kept' | 'cleared' | 'later'> {
  const own = counter.own();
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      const known = await add(vault, actor, counter, own);
      if (known === undefined) return 'cleared';
      counter.written(own, known);
      return 'kept';
    } catch (problem) {
      if (isFault(problem, 'AVOW_BUSY')) return 'later';
      if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
    }
  }
  return 'later';
}

async function add(
  vault: Vault,
  actor: Actor,
  { id, since, until }: Counter,
  own: readonly number[],
): Promise<Sketch | undefined> {
  const [row, cases] = [seenRow(id), casesAgainst(actor)];
  const reading = new Reading(row, cases);
  const acted = await vault.act<readonly (typeof row | typeof cases)[], Sketch | undefined>({
    locks: [],
    reads: [row, cases],
    decide(found, { now }) {
      const rows = reading.rows(found as never);
      const cleared = clearedAt(rows.of(cases));
      if (since <= cleared) return { answer: undefined, entries: [] };
      const [before] = rows.of(row);
      const said = before && (JSON.parse(before.body) as SeenBody);
      const stands = said !== undefined && said.since > cleared ? said : undefined;
      const all = merged(stands ? sketchFrom(stands.sketch) : nobodyYet, own);
      const body: SeenBody = {
        since: Math.min(since, stands?.since ?? since),
        sketch: written(all),
      };
      const change = before
        ? changeEvidence(before, { body })
        : addEvidence(newSeen(id, now, until), body);
      const entry = { kind: 'evidence', evidence: 'reads', state: 'counted', changes: [change] };
      return { answer: all, entries: [{ ...entry, kind: 'evidence' }] };
    },
  });
  if (acted.replayed) throw new TypeError('nothing is replayed that was not asked twice');
  return acted.answer;
}
