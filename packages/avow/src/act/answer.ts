import { type Remedy, remedies, type SentenceId } from '@avow/policy';
import type { EntryId, Json } from '@avow/vault';
import { audiences } from '../conventions.ts';
import type { Decided } from '../face/decision.ts';
import type { Edition } from '../policy/edition.ts';
import type { Done } from './deed.ts';
import { citesOf } from './entries.ts';
import type { Plan } from './plan.ts';
import { namedAs } from './question.ts';
import type { Ruling } from './ruling.ts';

/** What a ruling comes to, before its entry has an id and its value has left. */
export type Answer<Value> =
  | {
      readonly permitted: true;
      readonly at: number;
      readonly sentence: SentenceId;
      readonly duties: readonly string[];
      readonly value: Value;
      /** Ids that the value can be made from anew; on record where the request may come again. */
      readonly kept: Json | undefined;
    }
  | {
      readonly permitted: false;
      readonly at: number;
      readonly sentence: SentenceId;
      readonly by: 'prohibition' | 'silence' | 'state';
      readonly category: string;
      readonly missing: readonly Remedy[];
    };

/** Says what was decided: the first sentence cited, and what is owed or missing. */
export function answerTo<Value>(
  { edition }: Plan,
  ruling: Ruling,
  at: number,
  done: Done<Value> | undefined,
): Answer<Value> {
  if (ruling.permitted) {
    const outcomes = ruling.decisions.flatMap(({ judged }) => judged.map(({ outcome }) => outcome));
    return {
      permitted: true,
      at,
      sentence: outcomes[0]?.sentence ?? edition.rest,
      duties: [...new Set(outcomes.flatMap((each) => (each.permitted ? each.duties : [])))],
      value: done?.value as Value,
      kept: done?.kept,
    };
  }
  const [sentence = edition.rest] = citesOf(ruling.decision, ruling, edition.rest);
  return {
    permitted: false,
    at,
    sentence,
    by: ruling.by,
    category: ruling.by === 'state' ? firstCategory(ruling) : ruling.refused.category,
    missing: missingIn(edition, ruling),
  };
}

/** The answer as its caller holds it, once it is on record. */
export function decided<Value>(answer: Answer<Value>, entry: EntryId): Decided<Value> {
  if (!answer.permitted) return { ...answer, entry };
  const { kept: _kept, ...permitted } = answer;
  return { ...permitted, entry };
}

function firstCategory({ decision }: Extract<Ruling, { by: 'state' }>): string {
  return decision.question.categories[0] ?? '';
}

/** What would permit it, as far as the one who will read the answer may know. */
export function missingIn(
  { engine }: Edition,
  ruling: Extract<Ruling, { permitted: false }>,
): readonly Remedy[] {
  if (ruling.by === 'state') return [];
  const { cell, known, refuted } = ruling.refused;
  return remedies(engine, cell, known, refuted, audienceOf(ruling));
}

function audienceOf({ decision }: Extract<Ruling, { permitted: false }>): string {
  const { reader } = decision.question;
  if (reader !== undefined) return audiences[reader];
  const named = namedAs(decision.question);
  switch (named) {
    case 'person':
      return audiences.person;
    case 'user':
      return audiences.requester;
    // The platform asks, on its own behalf or before it hands something over.
    case 'platform':
    case 'public':
    case 'party':
    case 'staff':
      return audiences.operator;
    default:
      return named satisfies never;
  }
}
