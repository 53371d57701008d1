import type { Policy } from '../model/policy.ts';
import { checkCookies } from './cookies.ts';
import type { Finding } from './finding.ts';
import { checkRules } from './rules.ts';
import { checkSentences } from './sentences.ts';
import { checkWords } from './words.ts';

/**
 * What is questionable about a policy, errors first. Promises are left to `prove`. That a rule stands
 * in no sentence, or a text lacks a language, needs no check: such a policy cannot be defined or read.
 */
export function check(policy: Policy): readonly Finding[] {
  const findings = [
    ...checkSentences(policy),
    ...checkRules(policy),
    ...checkWords(policy),
    ...checkCookies(policy),
  ];
  const weight = ({ severity }: Finding) => (severity === 'error' ? 0 : 1);
  return findings.sort((a, b) => weight(a) - weight(b));
}
