import { isFault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import {
  isDue,
  type MailedState,
  mailedBody,
  mailedIn,
  mailedRef,
  mailedTo,
} from '../register/mailed.ts';
import { recordOf } from '../register/record.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { type Mail, MailRefused, MailUnanswered } from './mail.ts';
import type { Mailing } from './mailing.ts';

/** What came of one person's turn. `passed`: it was not theirs, or somebody else is at it. */
export type Sent = MailedState | 'passed';

/**
 * Writes to one person. The decision, the address and the mark that it is being sent are one unit; only
 * then is the mail server asked, and its answer written down. So no two processes write to the same
 * person, and nobody is written to twice: where a process ends between the mark and the answer, or the
 * mail server hangs up on it, the message counts as perhaps sent and is not sent again by itself. Over
 * SMTP one has to choose.
 */
export async function sendTo(
  deployment: Deployment,
  mail: Mail,
  mailing: Mailing,
  person: PersonId,
): Promise<Sent> {
  try {
    const claimed = await claim(deployment, mailing, person);
    if (!claimed.permitted)
      return await mark(deployment, mailing, person, 'refused', claimed.sentence);
    const { address, language, to } = claimed.value;
    if (address === undefined) return claimed.value.state;
    const state = await hand(mail, mailing, { to: address, ...mailing.write(language, to) });
    // That it is being sent stands there already, and is all that anybody knows.
    return state === 'sending' ? state : await mark(deployment, mailing, person, state);
  } catch (problem) {
    if (isPassed(problem)) return 'passed';
    throw problem;
  }
}

function claim(deployment: Deployment, mailing: Mailing, person: PersonId) {
  const { kind, id, asks, suits } = mailing;
  const { category, ...asked } = asks;
  const mailed = mailedTo(person, kind);
  const address = recordOf(person, category);
  return perform(deployment, () => ({
    person,
    questions: [
      { ...asked, person, categories: [category], to: 'person' },
      ...(suits?.questions(person) ?? []),
    ],
    lock: 'exclusive',
    locks: mailing.locks ?? [],
    reads: [mailed, address, ...mailing.reads(person), ...(suits?.reads(person) ?? [])],
    apply(unit) {
      const { rows, now, seals } = unit;
      const before = mailedIn(rows, person, mailing);
      const language = mailing.concerns(rows, person, now);
      if (language === undefined || !isDue(before, now, mailing)) throw passed();
      const [held] = rows.of(address);
      const told = suits ? suits.in(unit, person) : { values: {}, touched: [] };
      const reached: MailedState = held ? 'sending' : 'unreachable';
      const state: MailedState = told === undefined ? 'unsuited' : reached;
      const body = { tries: (before ? mailedBody(before).tries : 0) + 1 };
      const row = { id: deployment.vault.mint(), kind, person, ref: mailedRef(kind, id) };
      const change = before
        ? changeEvidence(before, { state, at: now, body })
        : addEvidence({ ...row, state, at: now }, body);
      const to = state === 'sending' ? held : undefined;
      return {
        value: {
          state,
          address: to && Buffer.from(seals.open(to)).toString('utf8'),
          language,
          to: { row: before?.id ?? row.id, values: told?.values ?? {} },
        },
        changes: [change],
        touched: [...(to ? [to.id] : []), ...(told?.touched ?? [])],
      };
    },
  }));
}

async function hand(
  mail: Mail,
  { isUrgent = false }: Mailing,
  message: Parameters<Mail['send']>[0],
): Promise<MailedState> {
  try {
    await mail.send(message);
    return 'sent';
  } catch (problem) {
    if (problem instanceof MailUnanswered) return isUrgent ? 'waiting' : 'sending';
    return problem instanceof MailRefused && problem.isForGood ? 'failed' : 'waiting';
  }
}

/** Writes down what came of it. Somebody who was erased meanwhile has nothing left to write it to. */
async function mark(
  deployment: Deployment,
  mailing: Mailing,
  person: PersonId,
  state: MailedState,
  sentence?: string,
): Promise<MailedState> {
  const { kind, id } = mailing;
  await record(deployment, {}, () => ({
    people: [person],
    widens: false,
    reads: [mailedTo(person, kind)],
    note: { about: id },
    decide(rows, at) {
      const before = mailedIn(rows, person, mailing);
      if (before?.state === 'sent') throw passed();
      // They said yes meanwhile, and another process writes to them: what it says of that stands.
      if (state === 'refused' && before?.state === 'sending') throw passed();
      const body = {
        tries: before ? mailedBody(before).tries : 1,
        ...(sentence === undefined ? {} : { sentence }),
      };
      const row = { id: deployment.vault.mint(), kind, person, ref: mailedRef(kind, id) };
      const change = before
        ? changeEvidence(before, { state, at, body })
        : addEvidence({ ...row, state, at }, body);
      return { evidence: kind, state, changes: [change], value: {} };
    },
  }));
  return state;
}

function passed(): AvowError {
  return new AvowError(
    'AVOW_STATE',
    'somebody else writes to this person, or it is done',
    'person',
  );
}

function isPassed(problem: unknown): boolean {
  return (
    isAvowFault(problem, 'AVOW_STATE', 'AVOW_NOT_FOUND') ||
    isFault(problem, 'AVOW_ERASED', 'AVOW_UNKNOWN')
  );
}
