import { type EvidenceRow, isHeld } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { unsettled } from '../act/settle.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import { askOfAllHeld } from '../records/own.ts';
import { holdsOf, standingHolds } from '../register/hold.ts';
import { readNow } from '../rows/reading.ts';

/** What the policy is asked when somebody wants to be erased. */
interface ErasureQuestion {
  readonly questions: readonly [Question, ...Question[]];
  /** Throws, so that the question is put anew, if something else is kept or held by now. */
  mustStillBeAll(unit: Pick<InUnit, 'rows' | 'now'>): void;
}

/**
 * Asks to erase everything kept of a person; but to *restrict*, which is to close, what a legal hold
 * covers, if the policy speaks of that. Where it does not, it is asked to erase all of it, and the hold
 * stands all the same.
 */
export async function askToErase(
  deployment: Deployment,
  person: PersonId,
  now: number,
): Promise<ErasureQuestion> {
  const own = await askOfAllHeld(deployment, person, actions.erase);
  const { categories } = own.question;
  const found = await readNow(deployment.vault, holdsOf(person));
  const speaksOfIt = Object.hasOwn(
    (await deployment.policy.now()).policy.vocabulary.actions,
    actions.restrict,
  );
  const heldBy = (holds: readonly EvidenceRow[]) =>
    speaksOfIt ? categories.filter((category) => isHeld(holds, category)) : [];
  const held = heldBy(standingHolds(found, person, now));
  const free = categories.filter((category) => !held.includes(category));
  const about = { person, purpose: purposes.rights, to: 'person' } as const;
  const questions = [
    ...(free.length > 0 ? [{ ...about, action: actions.erase, categories: free }] : []),
    ...(held.length > 0 ? [{ ...about, action: actions.restrict, categories: held }] : []),
  ];
  return {
    // Somebody of whom nothing is kept is not asked about, so there is one question at least.
    questions: questions as unknown as ErasureQuestion['questions'],
    mustStillBeAll({ rows, now: then }) {
      own.mustStillBeAll(rows);
      if (heldBy(standingHolds(rows, person, then)).join() !== held.join()) throw unsettled();
    },
  };
}
