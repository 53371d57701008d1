import type { Policy } from '../model/policy.ts';
import type { Never, Rule } from '../model/rule.ts';
import { sayCondition } from './condition.ts';
import { labelsOf } from './labels.ts';
import { phrasesFor, requireLanguage } from './phrases.ts';

/**
 * What a rule or promise speaks of, in the words of the policy: the act, and the condition after it.
 * Whether it permits, forbids or promises is for the caller to say. Throws `AVOW_UNKNOWN_LANGUAGE`.
 */
export function sayRule(rule: Rule | Never, policy: Policy, language: string): string {
  requireLanguage(policy, language);
  const { vocabulary } = policy;
  const phrases = phrasesFor(language);
  const act = phrases.act(labelsOf(vocabulary, rule, phrases.anything, language));
  const { when, unless } = sayCondition(rule.condition, vocabulary, language);
  return phrases.under(act, when, unless);
}
