import type { Act, Acted, VaultRead } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import type { Decided } from '../face/decision.ts';
import { type Answer, decided } from './answer.ts';
import { decideNow } from './decide.ts';
import type { Deed, Repeated } from './deed.ts';
import { isForLaw } from './law.ts';
import { type Plan, planFromMemory, planOf } from './plan.ts';
import type { Question } from './question.ts';
import { settle } from './settle.ts';
import { outcomeOf, wordsOf } from './watched.ts';

/**
 * The guarded act: the only way to a person's data.
 *
 * 1. **Ask.** A deed says what it asks of the policy; it names evidence and asserts nothing.
 * 2. **Plan.** The records say what class the recipient is; that gives the cells, the cells the facts,
 *    the facts what to read. Keys are unwrapped. All of this may be out of date a moment later, so what
 *    is in memory does as well, the first time.
 * 3. **Decide.** In one unit, on rows locked and read again: is the plan still true, what are the
 *    facts, what does the policy rule, and, if it permits, the effect. Entry and effect go together.
 * 4. **Commit.** Decision, record and effect become durable at once, or not at all.
 * 5. **Answer.** Only now does anything leave.
 */
export async function perform<Value>(
  deployment: Deployment,
  ask: () => Deed<Value> | Promise<Deed<Value>>,
  request?: Repeated<Value>,
): Promise<Decided<Value>> {
  const { vault, telemetry, watch } = deployment;
  return telemetry.act(async (watched) => {
    let questions: readonly Question[] = [];
    const acted = await settle(vault, request, async (plans) => {
      const deed = await ask();
      questions = deed.questions;
      const remembered = plans === 1 ? planFromMemory(deployment, deed) : undefined;
      const plan = remembered ?? (await planOf(deployment, deed, plans === 1));
      watched.plans(plans);
      watched.says(wordsOf(plan));
      return vault.act(guarded(deployment, deed, plan, request?.idempotency));
    });
    const answer = answerOf(acted, request);
    watched.says(outcomeOf(answer, acted.replayed));
    // Also what was refused: whoever goes through people finds most doors closed. Not of one suspended.
    if (answer.permitted || answer.by !== 'state')
      await watch.saw(deployment, questions, answer.at);
    return answer;
  });
}

/** The deed as one unit: checked, ruled on, carried out and recorded, with no step in between. */
function guarded<Value>(
  deployment: Deployment,
  deed: Deed<Value>,
  plan: Plan,
  idempotency: Repeatable['idempotency'],
): Act<readonly VaultRead[], Answer<Value>> {
  return {
    locks: plan.locks,
    reads: plan.reading.reads,
    keys: plan.keys,
    evenHeld: isForLaw(deed),
    ...(idempotency ? { idempotency } : {}),
    decide(found, moment, seals) {
      const verdict = decideNow(deployment, deed, plan, { found, moment, seals });
      if (idempotency === undefined) return verdict;
      return { ...verdict, outcome: JSON.stringify({ ...verdict.answer, value: undefined }) };
    },
  };
}

/** The answer, or what it was when this request first came. */
function answerOf<Value>(
  acted: Acted<Answer<Value>>,
  request: Repeated<Value> | undefined,
): Decided<Value> {
  const [entry] = acted.entries;
  if (entry === undefined) throw new TypeError('an act was answered without its entry');
  if (!acted.replayed) return decided(acted.answer, entry);
  if (request === undefined) throw new TypeError('nothing is replayed that was not asked twice');
  request.onReplay?.();
  const recorded = JSON.parse(acted.outcome) as Answer<undefined>;
  return decided(
    recorded.permitted ? { ...recorded, value: request.value(recorded.kept) } : recorded,
    entry,
  );
}
