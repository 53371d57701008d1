import type { DataKeys, Lock, VaultRead } from '@avow/vault';
import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { PartyId } from '../face/ids.ts';
import type { Edition } from '../policy/edition.ts';
import { mustBeThere, personOf } from '../register/person.ts';
import { POLICY, policyStanding, versionLock } from '../register/version.ts';
import { Reading, type ReadOf, type Rows, readNow } from '../rows/reading.ts';
import { type Deed, subjectsOf, usersIn } from './deed.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { isForLaw } from './law.ts';
import { aboutNamed, isSameCase, type PlannedQuestion, plannedQuestion } from './planned.ts';
import { namedAs, partyOf, type Question } from './question.ts';
import { classOf, classReads } from './recipient.ts';
import { transferOf } from './transfer.ts';

/** All that a unit needs to know beforehand: what to lock, what to read, which keys to hold. */
export interface Plan {
  readonly edition: Edition;
  /** Those of the deed, then those of the transfers that they are as well. */
  readonly questions: readonly PlannedQuestion[];
  readonly transfers: readonly Question[];
  readonly facts: Facts;
  readonly locks: readonly Lock[];
  readonly reading: Reading;
  /** The person's, and those of whoever stands beside them. */
  readonly keys: readonly DataKeys[];
}

/** What a plan rests on. */
interface Ground {
  readonly edition: Edition;
  /** Hold the rows that tell what class each recipient is. */
  readonly rows: Rows;
  readonly keys: readonly DataKeys[];
  /** From the records just now. From memory it is taken that no question is about a transfer: nearly all stay at home. */
  readonly isRead: boolean;
}

/**
 * Plans a deed from what the records say now; the unit reads them again and checks. `trusting` takes the
 * deed's word for what keys it opens with, and so spares reading it twice.
 */
export async function planOf(
  deployment: Deployment,
  deed: Deed<unknown>,
  trusting = false,
): Promise<Plan> {
  const { vault, policy, acquaintance } = deployment;
  const reads = trusting && deed.opens ? [] : deed.reads;
  const rows = await readNow(vault, ...standingReads(deed), ...reads);
  mustBeThere(rows, deed.person);
  for (const user of usersIn(deed)) mustBeThere(rows, user, 'to.user');
  if (deed.beside !== undefined) mustBeThere(rows, deed.beside, 'device');
  const edition = await policy.inForce(rows.of(policyStanding));
  const classes = [...new Set([...keysToSeal(deed, edition), ...keysToOpen(reads, rows)])];
  const keys = await Promise.all(
    subjectsOf(deed).map((id) => vault.keysFor(id, classes, { evenHeld: isForLaw(deed) })),
  );
  const plan = planOn(deployment, deed, { edition, rows, keys, isRead: true });
  for (const party of recipientsOf(deed)) {
    if (plan.transfers.length === 0) acquaintance.note(party, rows, edition);
    else acquaintance.forget(party);
  }
  return plan;
}

/**
 * Plans a deed without reading anything: by the version last known to be in force and what is remembered of the
 * party, with the keys at hand. Undefined if it takes records to tell who the recipients are, or if a key is not at
 * hand. The unit checks all of it, as it does with any plan; a plan that does not hold is made anew from records.
 */
export function planFromMemory(deployment: Deployment, deed: Deed<unknown>): Plan | undefined {
  const { vault, policy } = deployment;
  const others = usersIn(deed).length + subjectsOf(deed).length - 1;
  if (others > 0 || deed.questions.some((question) => question.case !== undefined))
    return undefined;
  const edition = policy.current();
  const rows = rememberedOf(deployment, recipientsOf(deed), edition);
  if (rows === undefined) return undefined;
  const keys = vault.keysAtHand(deed.person);
  if (!keys?.covers(keysToSeal(deed, edition))) return undefined;
  return planOn(deployment, deed, { edition, rows, keys: [keys], isRead: false });
}

/** The parties that a deed hands something to. Who hands it in makes nobody another class. */
function recipientsOf({ questions }: Deed<unknown>): PartyId[] {
  const named = questions.filter((question) => namedAs(question) === 'party').map(partyOf);
  return [...new Set(named.filter((party) => party !== undefined))];
}

/** What goes to a class by its word takes no record; of several parties it is read. */
function rememberedOf(
  { acquaintance }: Deployment,
  [party, ...more]: PartyId[],
  edition: Edition,
): Rows | undefined {
  if (party === undefined) return new Reading().rows([]);
  return more.length === 0 ? acquaintance.of(party, edition) : undefined;
}

function planOn(deployment: Deployment, deed: Deed<unknown>, ground: Ground): Plan {
  const { edition, rows, keys, isRead } = ground;
  const planned = (question: Question) => plannedQuestion(deployment, edition, question, rows);
  const own = deed.questions.map(planned);
  const transfers = isRead ? transfersIn(own, rows) : [];
  const questions = [...own, ...transfers.map(planned)];
  const reading = new Reading(...standingReads(deed), ...deed.reads);
  const facts = gatherFacts(deployment, questions, reading, transfers.length === 0);
  return { edition, questions, transfers, facts, locks: locksOf(deed), reading, keys };
}

/** Which questions are about a transfer too. */
function transfersIn(questions: readonly PlannedQuestion[], rows: Rows): Question[] {
  return questions.map((each) => transferOf(each, rows)).filter((each) => each !== undefined);
}

/**
 * Whether what the plan rests on is still so: the version in force, who is there and what, and that
 * the keys suffice for what is held.
 */
export function stillHolds(
  { policy }: Deployment,
  { edition, questions, transfers, reading, keys }: Plan,
  rows: Rows,
  now: number,
): boolean {
  return (
    policy.decides(edition, rows, now) &&
    questions.every(
      ({ question, recipient, asked }) =>
        rows.of(personOf(question.person)).length > 0 &&
        classOf(question, rows) === recipient &&
        isSameCase(aboutNamed(question, rows), asked.case),
    ) &&
    transfersIn(questions, rows).length === transfers.length &&
    keys.every((held) => held.covers(keysToOpen(reading.reads, rows)))
  );
}

/** Who is spoken of, what they are to one another, and which version decides. */
function standingReads(deed: Deed<unknown>) {
  return [
    policyStanding,
    ...subjectsOf(deed).map(personOf),
    ...usersIn(deed).map(personOf),
    ...deed.questions.flatMap(classReads),
  ];
}

/** Classes of keys: for the history, for what is sealed now, and for what is known to be opened. */
function keysToSeal({ seals, opens }: Deed<unknown>, { policy }: Edition): readonly string[] {
  const words = policy.vocabulary;
  return [historyClass, ...(seals?.(words) ?? []), ...(opens?.(words) ?? [])];
}

/** Classes of keys for what was sealed, perhaps under older words. */
function keysToOpen(reads: readonly VaultRead[], rows: Rows): readonly string[] {
  return reads.filter(isOfRecords).flatMap((read) => rows.of(read).map((row) => row.retention));
}

function isOfRecords(read: VaultRead): read is ReadOf<'record'> {
  return read.table === 'record';
}

/** The people and parties spoken of: held still, or had alone where their facts change. */
function locksOf(deed: Deed<unknown>): Lock[] {
  const { person, beside, questions, lock, locks = [] } = deed;
  const parties = new Set(questions.map(partyOf).filter((party) => party !== undefined));
  return [
    { on: 'person', id: person, mode: lock },
    ...(beside === undefined ? [] : [{ on: 'person', id: beside, mode: 'exclusive' } as const]),
    ...locks,
    versionLock(POLICY, 'shared'),
    ...usersIn(deed).map((id): Lock => ({ on: 'person', id, mode: 'shared' })),
    ...[...parties].map((id): Lock => ({ on: 'party', id, mode: 'shared' })),
  ];
}
