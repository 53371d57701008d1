import type { RecipientName, Remedy, SentenceId, Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { questionOf } from '../door/question.ts';
import type { Acts } from '../face/acts.ts';
import { missingIn } from './answer.ts';
import { citesOf } from './entries.ts';
import { planOf } from './plan.ts';
import type { Question } from './question.ts';
import { rule } from './ruling.ts';

/** What the policy would answer, the sentence that says so, and what class the recipient is. */
interface Previewed {
  readonly permitted: boolean;
  readonly sentence: SentenceId;
  readonly recipient: string;
  /** What would permit it, as far as whoever reads the answer may know. */
  readonly missing: readonly Remedy[];
}

/**
 * What the policy would answer now. Reads the same records and rules in the same way, but in no unit:
 * it holds nothing still, opens nothing and records nothing, and so permits nothing.
 */
export async function previewed(
  deployment: Deployment,
  question: Question,
  now: () => number,
): Promise<Previewed> {
  const plan = await planOf(deployment, {
    person: question.person,
    questions: [question],
    lock: 'shared',
    reads: [],
    apply: () => ({ value: undefined }),
  });
  const rows = plan.reading.rows(await deployment.vault.read(plan.reading.reads));
  const ruling = rule(plan, rows, now());
  const decision = ruling.permitted ? ruling.decisions[0]! : ruling.decision;
  const [sentence = plan.edition.rest] = citesOf(decision, ruling, plan.edition.rest);
  const missing = ruling.permitted ? [] : missingIn(plan.edition, ruling);
  return { permitted: ruling.permitted, sentence, recipient: decision.recipient, missing };
}

/** The same for whoever asks from outside. */
export function previewWith(deployment: Deployment, now: () => number): Acts<Words>['preview'] {
  return async (action, asked) => {
    const words = deployment.policy.current().policy.vocabulary;
    const answer = await previewed(deployment, questionOf(action, asked, words), now);
    const { permitted, sentence, recipient } = answer;
    return { permitted, sentence, recipient: recipient as RecipientName<Words> };
  };
}
