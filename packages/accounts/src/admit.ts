import type { PersonId } from 'avow';
import type { NotAdmitted } from './face.ts';
import type { AnyAvow } from './premises.ts';

/** Carries through better-auth why somebody is not let in. */
export class Unadmitted extends Error {
  readonly answer: NotAdmitted;

  constructor(answer: NotAdmitted) {
    super(`not admitted: ${answer.why}`);
    this.answer = answer;
  }
}

/** Whether an account may be used at all: somebody active, who accepted. Read from the records each time. */
export async function standingOf(
  { subjects, agreement }: Pick<AnyAvow, 'subjects' | 'agreement'>,
  person: PersonId,
): Promise<NotAdmitted | undefined> {
  const subject = await subjects.get(person);
  if (subject?.state !== 'active') return { outcome: 'not-admitted', why: 'standing' };
  const isAccepted = (await agreement.state(person)) === 'accepted';
  return isAccepted ? undefined : { outcome: 'not-admitted', why: 'acceptance' };
}

/**
 * Asked before a session is made, whichever way somebody came in: does the account stand, and does the
 * policy permit its cookie? Afterwards would be too late, for then there is a session, and a token for it.
 */
export async function admit(
  avow: AnyAvow,
  person: PersonId,
  cookie: string,
  ticketFor: (person: PersonId) => Promise<string>,
): Promise<void> {
  const standing = await standingOf(avow, person);
  if (standing?.why === 'standing') {
    throw new Unadmitted({ ...standing, ticket: await ticketFor(person) });
  }
  if (standing) throw new Unadmitted(standing);
  const decided = await avow.cookies.set({ person, name: cookie });
  if (decided.permitted) return;
  const sentence = 'sentence' in decided ? { sentence: decided.sentence } : {};
  throw new Unadmitted({ outcome: 'not-admitted', why: 'cookie', ...sentence });
}
