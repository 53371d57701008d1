import type { Act, Acted, VaultRead } from '@avow/vault';
import { isFault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import type { Decided } from '../face/decision.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { type Answer, answerTo, decided } from './answer.ts';
import type { Deed, Repeated } from './deed.ts';
import { entriesOf } from './entries.ts';
import { type Plan, planOf, stillHolds } from './plan.ts';
import { recall } from './recall.ts';
import { rule } from './ruling.ts';

/** How often an act is planned anew because records changed under it. Each time somebody else got on. */
const PLANS = 16;

/**
 * The guarded act: the only way to a person's data.
 *
 * 1. **Ask.** A deed says what it asks of the policy; it names evidence and asserts nothing.
 * 2. **Plan.** The records say what class the recipient is; that gives the cells, the cells the facts,
 *    the facts what to read. Keys are unwrapped. All of this may be out of date a moment later.
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
  return untilSettled(async () => {
    const prepared = await prepare(deployment, ask).catch((problem) => ({ problem }));
    const acted =
      'problem' in prepared
        ? await recall(deployment.vault, request, prepared.problem)
        : await deployment.vault.act(guarded(prepared, request?.idempotency));
    return answerOf(acted, request);
  });
}

/** A deed with its plan. */
interface Prepared<Value> {
  readonly deed: Deed<Value>;
  readonly plan: Plan;
}

async function prepare<Value>(
  deployment: Deployment,
  ask: () => Deed<Value> | Promise<Deed<Value>>,
): Promise<Prepared<Value>> {
  const deed = await ask();
  return { deed, plan: await planOf(deployment, deed) };
}

/** The deed as one unit: checked, ruled on, carried out and recorded, with no step in between. */
function guarded<Value>(
  { deed, plan }: Prepared<Value>,
  idempotency: Repeatable['idempotency'],
): Act<readonly VaultRead[], Answer<Value>> {
  return {
    locks: plan.locks,
    reads: plan.reading.reads,
    keys: [plan.keys],
    ...(idempotency ? { idempotency } : {}),
    decide(found, { now }, seals) {
      const rows = plan.reading.rows(found);
      if (!stillHolds(plan, rows)) throw unsettled();
      const ruling = rule(plan, rows, now);
      const done = ruling.permitted ? deed.apply(rows, now, seals) : undefined;
      const answer = answerTo(plan, ruling, now, done?.value);
      return {
        answer,
        entries: entriesOf(plan, deed, ruling, rows, done),
        ...(idempotency ? { outcome: JSON.stringify({ ...answer, value: undefined }) } : {}),
      };
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
  return decided(recorded.permitted ? { ...recorded, value: request.value() } : recorded, entry);
}

/** The plan no longer holds: nothing is kept, and the act is to be planned anew. */
export function unsettled(): AvowError {
  return new AvowError('AVOW_UNSETTLED', 'records kept changing while the act was planned');
}

/** Tries again while somebody else's change is in the way; the last attempt's fault is the answer. */
export async function untilSettled<T>(attempt: () => Promise<T>): Promise<T> {
  for (let plans = 1; ; plans += 1) {
    try {
      return await attempt();
    } catch (problem) {
      const moved = isAvowFault(problem, 'AVOW_UNSETTLED') || isFault(problem, 'AVOW_CONFLICT');
      if (!moved || plans === PLANS) throw problem;
    }
  }
}
