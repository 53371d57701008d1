import type { Policy } from '@avow/policy';
import { UsageError } from '../arguments/usage.ts';

/** The language to speak of a policy in: the one asked for, else the first that it is written in. */
export function languageOf(policy: Policy, asked: string | undefined): string {
  const { languages } = policy.vocabulary;
  const language = asked === undefined ? languages[0] : languages.find((each) => each === asked);
  if (language !== undefined) return language;
  throw new UsageError(`The policy is written in ${languages.join(', ')}, and not in "${asked}".`);
}
