import type { Policy } from '@avow/policy';
import {
  preparsePolicySet,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import { type Decider, fetchAll } from './decider.ts';
import { type FlatRule, flatRules } from './rules.ts';

const SET = 'bench';

/**
 * Cedar in WebAssembly: the policy set is parsed beforehand, and no entity is passed, since no policy here asks for
 * an attribute or a parent. Each call still crosses into WebAssembly as JSON, which is nearly all of its time.
 */
export function cedarDecider(policy: Policy): Decider<StatefulAuthorizationCall> {
  const facts = Object.keys(policy.vocabulary.facts);
  const staticPolicies = Object.fromEntries(
    flatRules(policy).map((rule) => [rule.id, textOf(rule, policy)]),
  );
  const parsed = preparsePolicySet(SET, { staticPolicies });
  if (parsed.type !== 'success') throw new Error(parsed.errors[0]?.message ?? 'not parsed');
  return {
    name: 'cedar-wasm',
    prepare: ({ action, purpose, category, recipient, facts }) =>
      callFor(action, purpose, category, recipient, facts),
    decide: isAllowed,
    decideFetching(request, fetch) {
      const { action, purpose, category, recipient } = request;
      const known = fetchAll(request, facts, fetch);
      return isAllowed(callFor(action, purpose, category, recipient, known));
    },
  };
}

function callFor(
  action: string,
  purpose: string,
  category: string,
  recipient: string,
  facts: Readonly<Record<string, boolean>>,
): StatefulAuthorizationCall {
  return {
    principal: { type: 'Recipient', id: recipient },
    action: { type: 'Action', id: action },
    resource: { type: 'Category', id: category },
    context: { purpose, ...facts },
    preparsedPolicySetId: SET,
    entities: [],
  };
}

function isAllowed(call: StatefulAuthorizationCall): boolean {
  const answer = statefulIsAuthorized(call);
  if (answer.type !== 'success') throw new Error(answer.errors[0]?.message ?? 'not decided');
  // An error in a prohibition would drop it without a word.
  if (answer.response.diagnostics.errors.length > 0) throw new Error('a policy failed');
  return answer.response.decision === 'allow';
}

/** One Cedar policy for one rule. What is not known is absent from the context, and a prohibition then stands. */
function textOf(rule: FlatRule, { vocabulary }: Policy): string {
  const set = (type: string, words: readonly string[]) =>
    `[${words.map((word) => `${type}::"${word}"`).join(', ')}]`;
  const isPart = (words: readonly string[], terms: Readonly<Record<string, unknown>>) =>
    words.length < Object.keys(terms).length;
  const tests = [
    ...(isPart(rule.categories, vocabulary.categories)
      ? [`${set('Category', rule.categories)}.contains(resource)`]
      : []),
    ...(isPart(rule.recipients, vocabulary.recipients)
      ? [`${set('Recipient', rule.recipients)}.contains(principal)`]
      : []),
    ...(isPart(rule.purposes, vocabulary.purposes)
      ? [`[${rule.purposes.map((word) => `"${word}"`).join(', ')}].contains(context.purpose)`]
      : []),
    ...rule.literals.map(({ fact, holds }) =>
      rule.kind === 'permit'
        ? `(context has ${fact} && context.${fact} == ${holds})`
        : `!(context has ${fact} && context.${fact} == ${!holds})`,
    ),
  ];
  const when = tests.length === 0 ? '' : ` when { ${tests.join(' && ')} }`;
  return `${rule.kind}(principal, action in ${set('Action', rule.actions)}, resource)${when};`;
}
