import type { Cookies } from './cookie.ts';
import type { Clause, Sentence } from './sentence.ts';
import type { Text } from './text.ts';
import type { Words } from './words.ts';

/** A part of the document: `P`, `1` … `7`, `S`. `separate`: shown visibly apart, as a supplement. */
export interface Part {
  readonly id: string;
  readonly title: Text;
  readonly separate?: boolean;
}

/** How a sentence stands under a law. */
export type MarkKind = 'as-written' | 'with-a-safeguard' | 'your-decision-needed';

/** What a law says beside a sentence. Never part of the text or of the meaning. */
export interface Mark {
  readonly mark: MarkKind;
  readonly note: Text;
}

/** The marks of one law, by id of sentence. */
export interface Profile {
  readonly id: string;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** A policy as frozen plain data: it survives JSON, and `readPolicy` takes it back. */
export interface Policy<V extends Words = Words> {
  readonly name: string;
  readonly title: Text;
  readonly vocabulary: V;
  readonly parts: readonly Part[];
  readonly clauses: readonly Clause[];
  /** Every cookie there is; what is not listed is stopped. Absent where there are none. */
  readonly cookies?: Cookies;
  readonly profiles: readonly Profile[];
}

/** All sentences, in the order of the document. */
export function sentencesOf(policy: Policy): readonly Sentence[] {
  return policy.clauses.flatMap((clause) => clause.sentences);
}

/** The sentence with this id, if the policy has it. */
export function findSentence(policy: Policy, id: string): Sentence | undefined {
  return sentencesOf(policy).find((sentence) => sentence.id === id);
}

/** The part that an id of a clause or sentence begins with. */
export function partOf(policy: Policy, id: string): Part | undefined {
  const part = id.split('.', 1)[0];
  return policy.parts.find((candidate) => candidate.id === part);
}
