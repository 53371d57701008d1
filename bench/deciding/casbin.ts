import type { Policy } from '@avow/policy';
import { type Enforcer, newEnforcer, newModel } from 'casbin';
import { type Decider, fetchAll } from './decider.ts';
import { type FlatRule, flatRules } from './rules.ts';

/** Attribute-based, prohibitions win. The cheap tests come first, the evaluated condition last. */
const model = `
[request_definition]
r = action, purpose, category, recipient, facts
[policy_definition]
p = actions, purposes, categories, recipients, condition, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = among(r.action, p.actions) && among(r.category, p.categories) && \
among(r.recipient, p.recipients) && among(r.purpose, p.purposes) && eval(p.condition)
`;

type Prepared = readonly [string, string, string, string, Readonly<Record<string, boolean>>];

export async function casbinDecider(policy: Policy): Promise<Decider<Prepared>> {
  const facts = Object.keys(policy.vocabulary.facts);
  const enforcer: Enforcer = await newEnforcer(newModel(model));
  await enforcer.addFunction('among', (word: string, list: string) => list.includes(`|${word}|`));
  await enforcer.addPolicies(flatRules(policy).map(lineOf));
  return {
    name: 'casbin',
    prepare: ({ action, purpose, category, recipient, facts }) =>
      [action, purpose, category, recipient, facts] as const,
    decide: (prepared) => enforcer.enforceSync(...prepared),
    decideFetching(request, fetch) {
      const { action, purpose, category, recipient } = request;
      const known = fetchAll(request, facts, fetch);
      return enforcer.enforceSync(action, purpose, category, recipient, known);
    },
  };
}

function lineOf(rule: FlatRule): string[] {
  const list = (words: readonly string[]) => `|${words.join('|')}|`;
  const conditions = rule.literals.map(({ fact, holds }) =>
    rule.kind === 'permit' ? `r.facts.${fact} == ${holds}` : `r.facts.${fact} != ${!holds}`,
  );
  return [
    list(rule.actions),
    list(rule.purposes),
    list(rule.categories),
    list(rule.recipients),
    conditions.length === 0 ? 'true' : conditions.join(' && '),
    rule.kind === 'permit' ? 'allow' : 'deny',
  ];
}
