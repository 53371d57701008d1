import type { Policy } from '../model/policy.ts';
import type { Never, Rule } from '../model/rule.ts';
import { sayCondition } from './condition.ts';
import { labelsOf } from './labels.ts';
import { phrasesFor, requireLanguage } from './phrases.ts';

/** A rule or promise in words. Whether it permits, forbids or promises is for the reader's page to say. */
export interface Said {
  /** "provide phone number (recipient: the carrier; purpose: fulfilment)". */
  readonly act: string;
  /** "if you have accepted the agreement, unless you have refused". */
  readonly condition: string;
}

/** Says what a rule or promise speaks of, in the words of the policy. Throws `AVOW_UNKNOWN_LANGUAGE`. */
export function sayRule(rule: Rule | Never, policy: Policy, language: string): Said {
  requireLanguage(policy, language);
  const { vocabulary } = policy;
  const phrases = phrasesFor(language);
  const { when, unless } = sayCondition(rule.condition, vocabulary, language);
  return {
    act: phrases.act(labelsOf(vocabulary, rule, phrases.anything, language)),
    condition: phrases.condition(when, unless),
  };
}
