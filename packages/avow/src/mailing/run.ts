import type { EvidenceRow, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import { isDue, mailedBody, mailedIn, mailedTo, standsAt } from '../register/mailed.ts';
import { changeEvidence } from '../rows/change.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { severalActive } from '../subjects/everyone.ts';
import type { Mail } from './mail.ts';
import type { Mailing, MailingProgress } from './mailing.ts';
import { type Sent, sendTo } from './send.ts';

/** After so many in a row whom the mail server did not take now, it is left alone until the next round. */
const ENOUGH = 3;

/** How a round of a mailing went. */
export interface Round {
  readonly tried: number;
  /** Whether somebody may still be waiting: the round was as long as it may be, or the server said not now. */
  readonly isOver: boolean;
}

/**
 * Writes to those whose turn it is, one after the other, to `most` at most. What was done is in the
 * stores, person by person, so whatever ends a round, the next one goes on with the rest.
 */
export async function sendRound(
  deployment: Deployment,
  mail: Mail,
  mailing: Mailing,
  {
    most,
    isStopped,
    told,
  }: { readonly most: number; isStopped(): boolean; told?(state: Sent): void },
): Promise<Round> {
  const { vault, policy } = deployment;
  let tried = 0;
  let turnedAway = 0;
  for await (const { person, rows, row } of everyone(vault, mailing)) {
    if (isStopped()) return { tried, isOver: false };
    const now = policy.moment();
    if (!isDue(row, now, mailing) || mailing.concerns(rows, person, now) === undefined) continue;
    if (tried >= most || turnedAway >= ENOUGH) return { tried, isOver: false };
    const sent = await sendTo(deployment, mail, mailing, person);
    if (sent !== 'passed') {
      tried += 1;
      told?.(sent);
    }
    turnedAway = sent === 'waiting' || sent === 'sending' ? turnedAway + 1 : 0;
  }
  return { tried, isOver: turnedAway === 0 };
}

/** Where everybody stands, by the stores. */
export async function progressOf(
  vault: Vault,
  mailing: Mailing,
  now: number,
): Promise<MailingProgress> {
  const counts = { told: 0, waiting: 0, unreachable: 0, failed: 0, uncertain: 0, unsuited: 0 };
  const refused: Record<string, number> = {};
  for await (const { person, rows, row } of everyone(vault, mailing)) {
    if (row === undefined) {
      if (mailing.concerns(rows, person, now) !== undefined) counts.waiting += 1;
      continue;
    }
    const state = standsAt(row, now);
    switch (state) {
      case 'sent':
        counts.told += 1;
        break;
      case 'sending':
        counts.waiting += 1;
        break;
      case 'refused': {
        const { sentence = '' } = mailedBody(row);
        refused[sentence] = (refused[sentence] ?? 0) + 1;
        break;
      }
      case 'waiting':
      case 'unreachable':
      case 'failed':
      case 'uncertain':
      case 'unsuited':
        counts[state] += 1;
    }
  }
  const { unsuited, ...others } = counts;
  return { ...others, refused, ...(mailing.suits ? { unsuited } : {}) };
}

/** Puts those back in line whom it failed to reach, and, if it is said, whom it perhaps reached. */
export async function sendAgain(
  deployment: Deployment,
  mailing: Mailing,
  { evenUncertain }: { readonly evenUncertain: boolean },
): Promise<number> {
  const { vault, policy } = deployment;
  const isMeant = (row: EvidenceRow | undefined): row is EvidenceRow => {
    if (row === undefined) return false;
    const state = standsAt(row, policy.moment());
    if (state === 'uncertain') return evenUncertain;
    return state === 'failed' || state === 'unreachable' || state === 'refused';
  };
  let count = 0;
  for await (const { person, row } of everyone(vault, mailing)) {
    if (!isMeant(row)) continue;
    const { isAgain } = await record(deployment, {}, () => ({
      people: [person],
      widens: false,
      reads: [mailedTo(person, mailing.kind)],
      note: { about: mailing.id },
      decide(rows, at) {
        const before = mailedIn(rows, person, mailing);
        const isAgain = isMeant(before);
        const changes = isAgain
          ? [changeEvidence(before, { state: 'waiting', at, body: { tries: 0 } })]
          : [];
        return { evidence: mailing.kind, state: 'waiting', changes, value: { isAgain } };
      },
    }));
    if (isAgain) count += 1;
  }
  return count;
}

/** Everybody with what tells whether it is for them, and how far it has come; read some at a time. */
async function* everyone(
  vault: Vault,
  mailing: Mailing,
): AsyncIterable<{
  readonly person: PersonId;
  readonly rows: Rows;
  readonly row: EvidenceRow | undefined;
}> {
  const readsOf = (person: PersonId) => [mailedTo(person, mailing.kind), ...mailing.reads(person)];
  for await (const people of severalActive(vault)) {
    const rows = await readNow(vault, ...people.flatMap(readsOf));
    for (const person of people) yield { person, rows, row: mailedIn(rows, person, mailing) };
  }
}
