import { check, type Policy, prove } from '@avow/policy';
import type { Report } from '../report.ts';
import { bad, line, table } from '../words/page.ts';
import { languageOf } from './language.ts';

/**
 * Why a policy is not put in force, if so: `check` finds an error in it, or a promise is broken. Tests
 * of enforced promises are not asked for here: they stay behind when a policy is installed.
 */
export function unfit(policy: Policy): Report | undefined {
  const language = languageOf(policy, undefined);
  const errors = check(policy).filter(({ severity }) => severity === 'error');
  const broken = prove(policy).flatMap((proof) => (proof.kind === 'broken' ? [proof] : []));
  if (errors.length + broken.length === 0) return undefined;
  return {
    found: true,
    page: [
      line(bad('The policy was not put in force, and nothing was opened.')),
      table([
        ...errors.map(({ words }) => ['error', words]),
        ...broken.map(({ counterexample }) => ['broken', counterexample.words[language] ?? '']),
      ]),
    ],
    data: { errors, broken },
  };
}
