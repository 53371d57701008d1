import type { ActVerdict, Moment, RowsOf, Seals, VaultRead } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { type Answer, answerTo } from './answer.ts';
import type { Deed } from './deed.ts';
import { entriesOf } from './entries.ts';
import { type Plan, stillHolds } from './plan.ts';
import { rule } from './ruling.ts';
import { unsettled } from './settle.ts';

/** What a unit has to hand of one deed: the rows that its plan asked for, locked and read again. */
interface Ready {
  readonly found: RowsOf<readonly VaultRead[]>;
  readonly moment: Moment;
  readonly seals: Seals;
}

/**
 * Decides a deed inside its unit: is the plan still true, what does the policy rule, and, if it permits,
 * the effect; with the entries that account for it. Throws `unsettled` if the plan is to be made anew.
 */
export function decideNow<Value>(
  deployment: Deployment,
  deed: Deed<Value>,
  plan: Plan,
  { found, moment: { now }, seals }: Ready,
): Pick<ActVerdict<Answer<Value>>, 'answer' | 'entries'> {
  const rows = plan.reading.rows(found);
  const isAsAsked = deed.isAsAsked?.(rows) ?? true;
  if (!isAsAsked || !stillHolds(deployment, plan, rows, now)) throw unsettled();
  const ruling = rule(plan, rows, now);
  const words = plan.edition.policy.vocabulary;
  const done = ruling.permitted ? deed.apply({ rows, now, seals, words }) : undefined;
  return {
    answer: answerTo(plan, ruling, now, done),
    entries: entriesOf(plan, ruling, rows, now, done),
  };
}
