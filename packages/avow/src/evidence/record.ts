import type { AuditedChange, EntryDraft, EntryId, Json, Lock, VaultRead } from '@avow/vault';
import { untilSettled } from '../act/act.ts';
import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import type { PartyId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { personOf } from '../register/person.ts';
import { Reading, type Rows, readNow } from '../rows/reading.ts';

/** What came of a change of evidence. */
export interface Recorded<Value> {
  /** The kind of evidence and what it is now, as the log says it. */
  readonly evidence: string;
  readonly state: string;
  readonly changes: readonly AuditedChange[];
  readonly value: Value;
}

/**
 * A change of what facts are read from. Not a decision of the policy: somebody said or did something,
 * and it is written down, with an entry, before anybody is told.
 */
export interface EvidenceChange<Value> {
  /** Whom it concerns. Each is had alone while it happens, and finds it in their history. */
  readonly people: readonly PersonId[];
  /** Parties whose standing changes; had alone too. */
  readonly parties?: readonly PartyId[];
  /** Whether it may lead to more being permitted: then nobody concerned may be suspended. */
  readonly widens: boolean;
  readonly reads: readonly VaultRead[];
  readonly repeatable?: Repeatable;
  /** What the histories say beyond the entry. Ids and words, no personal values. */
  readonly note?: { readonly [name: string]: Json };
  /** Ids and words only: it is kept as the outcome of a request that may come again. */
  decide(rows: Rows, now: number): Recorded<Value>;
}

/** Writes a change of evidence down; when it resolves, no decision commits on what was before. */
export async function record<Value>(
  deployment: Deployment,
  ask: () => EvidenceChange<Value> | Promise<EvidenceChange<Value>>,
): Promise<Value & { readonly entry: EntryId }> {
  const { vault } = deployment;
  return untilSettled(async () => {
    const change = await ask();
    const people = [...new Set(change.people)];
    await mustExist(deployment, people);
    const keys = await Promise.all(people.map((id) => vault.keysFor(id, [historyClass])));
    const reading = new Reading(...people.map(personOf), ...change.reads);
    const request = change.repeatable?.idempotency;
    const acted = await vault.act({
      locks: locksOf(change),
      reads: reading.reads,
      keys,
      ...(request ? { idempotency: request } : {}),
      decide(found, { now }) {
        const rows = reading.rows(found);
        if (change.widens) people.forEach((id) => void mustBeActive(rows, id));
        const recorded = change.decide(rows, now);
        return {
          answer: recorded.value,
          entries: entriesOf(change, people, recorded),
          ...(request ? { outcome: JSON.stringify(recorded.value) } : {}),
        };
      },
    });
    const [entry] = acted.entries;
    if (entry === undefined) throw new TypeError('evidence was recorded without its entry');
    if (!acted.replayed) return { ...acted.answer, entry };
    change.repeatable?.onReplay?.();
    return { ...(JSON.parse(acted.outcome) as Value), entry };
  });
}

/** One entry for each person concerned, so that each finds it; the first accounts for the change. */
function entriesOf(
  { note, parties }: EvidenceChange<unknown>,
  people: readonly PersonId[],
  { evidence, state, changes }: Recorded<unknown>,
): EntryDraft[] {
  const entry = { kind: 'evidence', evidence, state } as const;
  const relied = changes.flatMap(({ after }) => (after && 'id' in after ? [after.id] : []));
  const [party] = parties ?? [];
  const drafts = people.map((person) => ({
    ...entry,
    subject: {
      person,
      evidence: relied,
      ...(party ? { party } : {}),
      ...(note ? { note } : {}),
    },
  }));
  const [first = entry, ...others] = drafts;
  return [{ ...first, changes }, ...others];
}

async function mustExist({ vault }: Deployment, people: readonly PersonId[]): Promise<void> {
  const rows = await readNow(vault, ...people.map(personOf));
  for (const id of people) {
    if (!rows.of(personOf(id))[0])
      throw new AvowError('AVOW_NOT_FOUND', 'no such person', 'person');
  }
}

function mustBeActive(rows: Rows, person: PersonId): void {
  if (rows.of(personOf(person))[0]?.state === 'suspended') {
    throw new AvowError('AVOW_STATE', 'the account is suspended', 'person');
  }
}

function locksOf({ people, parties = [] }: EvidenceChange<unknown>): Lock[] {
  return [
    ...[...new Set(people)].map((id): Lock => ({ on: 'person', id, mode: 'exclusive' })),
    ...[...new Set(parties)].map((id): Lock => ({ on: 'party', id, mode: 'exclusive' })),
  ];
}
