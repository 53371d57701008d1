import type { AuditedChange, DataKeys, Lock, RecordRow } from '@avow/vault';
import { settle, unsettled } from '../act/settle.ts';
import { searchCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import { classOfCategory } from '../records/retention.ts';
import { personOf } from '../register/person.ts';
import { POLICY, policyStanding, versionLock } from '../register/version.ts';
import { Reading } from '../rows/reading.ts';
import {
  beginOf,
  dayId,
  dayRecord,
  endOf,
  MOST_WORDS_OF_DAY,
  NOBODY,
  packCounts,
  unpackCounts,
} from './day.ts';
import type { Batch } from './pending.ts';

/** The kind of the entries about search words: about nobody, each with a day's words together. */
export const SEARCHES = 'searches';

/**
 * Adds a batch to its day. The record is one for all words of the day, sealed anew each time: so no row, no
 * id and no order says when a word came, or which came together. Resolves to how many had no room.
 */
export async function writeBatch(
  { vault, policy, region }: Deployment,
  { day, counts }: Batch,
  key: string,
): Promise<number> {
  const request = { idempotency: { key: `searches ${key}`, says: day } };
  const acted = await settle(vault, request, async (plans) => {
    const edition = plans === 1 ? policy.current() : await policy.now();
    const words = edition.policy.vocabulary;
    const retention = classOfCategory(words, searchCategory);
    const days = words.retentions[retention]?.days ?? 0;
    const keys = await vault.keysFor(NOBODY as PersonId, [retention]);
    const reading = new Reading(policyStanding, personOf(NOBODY), dayRecord(day));
    const locks: Lock[] = [
      versionLock(POLICY, 'shared'),
      { on: 'person', id: NOBODY, mode: 'exclusive' },
    ];
    return vault.act({
      locks,
      reads: reading.reads,
      keys: [keys],
      ...request,
      decide(found, { now }, seals) {
        const rows = reading.rows(found);
        if (!policy.decides(edition, rows, now)) throw unsettled();
        const expires = endOf(day, days);
        if (expires <= now) return { answer: counts.size, entries: [], outcome: '' };
        const [before] = rows.of(dayRecord(day));
        if (before && before.retention !== retention) throw unsettled();
        const held = before ? unpackCounts(seals.open(before)) : new Map<string, number>();
        const left = merge(held, counts);
        const header = headerOf(day, retention, (before?.version ?? 0) + 1);
        const sealed = seals.seal(header, packCounts(held));
        const more = { source: 'nobody', collected: beginOf(day), expires };
        const after = { ...header, ...more, ...sealed };
        const person = rows.of(personOf(NOBODY))[0];
        const changes: AuditedChange[] = [
          ...(person ? [] : [nobody(keys, region.name, day)]),
          { table: 'record', after, ...(before ? { before } : {}) },
        ];
        const entry = { kind: 'evidence', evidence: SEARCHES, state: 'kept', changes } as const;
        return { answer: left, entries: [entry], outcome: '' };
      },
    });
  });
  return acted.replayed ? 0 : acted.answer;
}

function headerOf(day: string, retention: string, version: number) {
  const about = { person: NOBODY, category: searchCategory, retention };
  return { id: dayId(day), ...about, version } satisfies Partial<RecordRow>;
}

/** Adds counts, as long as there is room; answers how many words found none. */
function merge(held: Map<string, number>, counts: ReadonlyMap<string, number>): number {
  let left = 0;
  for (const [keyword, count] of counts) {
    const before = held.get(keyword);
    if (before === undefined && held.size >= MOST_WORDS_OF_DAY) left += 1;
    else held.set(keyword, (before ?? 0) + count);
  }
  return left;
}

/** The row that the key belongs to; it is there before anything is sealed under it. */
function nobody(keys: DataKeys, region: string, day: string): AuditedChange {
  const after = {
    id: NOBODY,
    kind: 'nobody',
    state: 'active',
    generation: keys.generation,
    country: null,
    region,
    created: beginOf(day),
  };
  return { table: 'person', after };
}
