import type { Policy } from '@avow/policy';
import { decideByReference } from '../../packages/policy/test/reference/semantics.ts';
import { type Generator, generator } from '../generator.ts';
import { type FlatRule, flatRules } from './rules.ts';

/** A question with what is known of the facts, and the answer that the reference semantics gives. */
export interface Request {
  readonly action: string;
  readonly purpose: string;
  readonly category: string;
  readonly recipient: string;
  /** A fact that is absent is not known. */
  readonly facts: Readonly<Record<string, boolean>>;
  readonly permitted: boolean;
}

/**
 * Requests for a policy, always the same ones: half of them permitted, the rest refused, in no order. Each is drawn from
 * inside a rule, since almost all of the space is silent; facts are as the rule wants them, or anyhow, or not known.
 */
export function requestsFor(policy: Policy, count: number): readonly Request[] {
  const draw = generator(30);
  const rules = flatRules(policy);
  const facts = Object.keys(policy.vocabulary.facts);
  const wanted = { permitted: Math.floor(count / 2), refused: Math.ceil(count / 2) };
  const requests: Request[] = [];
  while (requests.length < count) {
    const request = drawRequest(policy, draw.oneOf(rules), facts, draw);
    const kind = request.permitted ? 'permitted' : 'refused';
    if (wanted[kind] === 0) continue;
    wanted[kind] -= 1;
    requests.push(request);
  }
  return draw.shuffled(requests);
}

function drawRequest(
  policy: Policy,
  rule: FlatRule,
  names: readonly string[],
  draw: Generator,
): Request {
  const question = {
    action: draw.oneOf(rule.actions),
    purpose: draw.oneOf(rule.purposes),
    category: draw.oneOf(rule.categories),
    recipient: draw.oneOf(rule.recipients),
  };
  const facts: Record<string, boolean> = {};
  for (const name of names) {
    const known = draw.oneOf([true, false, undefined]);
    if (known !== undefined) facts[name] = known;
  }
  const meets = draw.oneOf([true, true, false]);
  if (meets) for (const { fact, holds } of rule.literals) facts[fact] = holds;
  const { permitted } = decideByReference(policy, question, facts);
  return { ...question, facts, permitted };
}
