import { findSentence, type Policy, type Remedy, type Words } from '@avow/policy';
import { type AnswerOptions, answer } from '../look/answer.ts';
import { because, cite } from '../look/because.ts';
import type { Markup } from '../look/markup.ts';

/** Who is told what the policy says: of which policy, in which language, and where it stands to be read. */
export interface PolicyReading {
  readonly inForce: Policy<Words>;
  readonly language: string;
  /** Absent: `/policy`. */
  readonly policy: string | undefined;
}

/** A decision, or what would be decided now, which has no record yet. */
export interface Decision {
  readonly permitted: boolean;
  readonly sentence: string;
  readonly missing?: readonly Remedy[];
  readonly entry?: string;
  readonly at?: number;
}

const placed = ({ language, policy = '/policy' }: PolicyReading, sentence: string) => ({
  sentence,
  language,
  policy,
});

const textOf = ({ inForce, language }: PolicyReading, sentence: string) =>
  findSentence(inForce, sentence)?.text[language];

/** A sentence's number, linked to its place in the policy. */
export const sentenceCited = (read: PolicyReading, sentence: string): Markup =>
  cite(placed(read, sentence));

/** “because 2.a.5: ‘…’”, for a sentence of the policy in force. */
export const sentenceSaid = (read: PolicyReading, sentence: string): Markup =>
  because({ ...placed(read, sentence), text: textOf(read, sentence) });

/** What the policy answers, as a panel: what came of it, because of which sentence, each way to a permission. */
export function decisionTold(
  read: PolicyReading,
  { permitted, sentence, missing = [], entry, at }: Decision,
  said: Pick<AnswerOptions, 'title' | 'body'>,
): Markup {
  return answer({
    ...said,
    ...placed(read, sentence),
    permitted,
    text: textOf(read, sentence),
    missing: missing.map(({ steps }) => steps.map(({ how, fact }) => how[read.language] ?? fact)),
    ...(entry !== undefined && { entry }),
    ...(at !== undefined && { at }),
  });
}
