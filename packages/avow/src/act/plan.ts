import type { Cell } from '@avow/policy';
import type { DataKeys, Lock } from '@avow/vault';
import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import type { Asked } from '../facts/provider.ts';
import type { Edition } from '../policy/edition.ts';
import { mustBeThere, personOf } from '../register/person.ts';
import { POLICY, versionInForce, versionLock } from '../register/version.ts';
import { Reading, type Rows, readNow } from '../rows/reading.ts';
import type { Deed } from './deed.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { namedAs, partyOf, type Question, userOf } from './question.ts';
import { classOf, classReads } from './recipient.ts';

/** One question with what the policy says of it. */
export interface PlannedQuestion {
  readonly question: Question;
  /** The class of the recipient, as the records had it when the act was planned. */
  readonly recipient: string;
  readonly cells: readonly (readonly [category: string, cell: Cell])[];
  readonly asked: Asked;
}

/** All that a unit needs to know beforehand: what to lock, what to read, which keys to hold. */
export interface Plan {
  readonly edition: Edition;
  readonly questions: readonly PlannedQuestion[];
  readonly facts: Facts;
  readonly locks: readonly Lock[];
  readonly reading: Reading;
  readonly keys: DataKeys;
}

/** Plans a deed from what the records say now; the unit reads them again and checks. */
export async function planOf(deployment: Deployment, deed: Deed<unknown>): Promise<Plan> {
  const { vault, policy } = deployment;
  const known = [...standingReads(deed), ...deed.reads];
  const rows = await readNow(vault, ...known);
  mustBeThere(rows, deed.person);
  for (const user of usersIn(deed)) mustBeThere(rows, user, 'to.user');
  const edition = await policy.inForce(rows.of(versionInForce(POLICY))[0]);
  const questions = deed.questions.map((question) =>
    plannedQuestion(deployment, edition, question, classOf(question, rows)),
  );
  const reading = new Reading(...known);
  const facts = gatherFacts(deployment, questions, reading);
  const keys = await vault.keysFor(deed.person, keysNeeded(deed, rows, edition));
  return { edition, questions, facts, locks: locksOf(deed), reading, keys };
}

/** Whether what the plan rests on is still so: the version in force, and who is what. */
export function stillHolds(plan: Plan, rows: Rows): boolean {
  return (
    rows.of(versionInForce(POLICY))[0]?.digest === plan.edition.digest &&
    plan.questions.every(({ question, recipient }) => classOf(question, rows) === recipient)
  );
}

/** Who is spoken of, what they are to one another, and which version decides. */
function standingReads(deed: Deed<unknown>) {
  return [
    versionInForce(POLICY),
    personOf(deed.person),
    ...usersIn(deed).map(personOf),
    ...deed.questions.flatMap(classReads),
  ];
}

/** The other users that a deed speaks of. */
function usersIn({ questions }: Deed<unknown>): PersonId[] {
  return [...new Set(questions.map(userOf).filter((user) => user !== undefined))];
}

/** Classes of keys: for the history, for what is sealed now, and for what was sealed, perhaps under older words. */
function keysNeeded({ seals, reads }: Deed<unknown>, rows: Rows, { policy }: Edition): string[] {
  const held = reads
    .filter(({ table }) => table === 'record')
    .flatMap((read) => rows.of({ ...read, table: 'record' }).map((row) => row.retention));
  return [...new Set([historyClass, ...(seals?.(policy.vocabulary) ?? []), ...held])];
}

function plannedQuestion(
  { region }: Deployment,
  { engine, policy }: Edition,
  question: Question,
  recipient: string,
): PlannedQuestion {
  const { person, action, purpose, order } = question;
  return {
    question,
    recipient,
    cells: question.categories.map((category) => [
      category,
      engine.cell(action, purpose, category, recipient),
    ]),
    asked: {
      person,
      action,
      purpose,
      to: namedAs(question),
      party: partyOf(question),
      user: userOf(question),
      order,
      words: policy.vocabulary,
      country: region.country,
    },
  };
}

/** The people and parties spoken of: held still, or had alone where their facts change. */
function locksOf(deed: Deed<unknown>): Lock[] {
  const { person, questions, lock, locks = [] } = deed;
  const parties = new Set(questions.map(partyOf).filter((party) => party !== undefined));
  return [
    { on: 'person', id: person, mode: lock },
    ...locks,
    versionLock(POLICY, 'shared'),
    ...usersIn(deed).map((id): Lock => ({ on: 'person', id, mode: 'shared' })),
    ...[...parties].map((id): Lock => ({ on: 'party', id, mode: 'shared' })),
  ];
}
