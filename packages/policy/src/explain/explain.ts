import type { Engine } from '../compile/compile.ts';
import { decide } from '../decide/decide.ts';
import { findSentence } from '../model/policy.ts';
import type { SentenceId } from '../model/sentence.ts';
import type {
  ActionName,
  CategoryName,
  PurposeName,
  RecipientName,
  Words,
} from '../model/words.ts';
import { labelOf, labelsOf } from '../wording/labels.ts';
import { phrasesFor, requireLanguage } from '../wording/phrases.ts';
import { reasons } from './reasons.ts';
import { remedies } from './remedies.ts';

/** A question to a policy: may this be done? */
export interface Question<V extends Words = Words> {
  readonly action: ActionName<V>;
  readonly purpose: PurposeName<V>;
  readonly category: CategoryName<V>;
  readonly recipient: RecipientName<V>;
}

/** Who is told, and in which language of the policy. */
export interface Reader {
  readonly language: string;
  readonly audience: string;
}

/** A decision in the words of the policy, for one reader. */
export interface Explanation {
  readonly permitted: boolean;
  readonly by: 'permission' | 'prohibition' | 'silence';
  /** What was asked, and the answer: "Refused: provide phone number (…)." */
  readonly answer: string;
  /** The sentence that is cited. */
  readonly sentence: { readonly id: SentenceId; readonly text: string };
  /** The facts that mattered and that the reader may learn of. */
  readonly reasons: readonly {
    readonly fact: string;
    readonly holds: boolean | undefined;
    readonly text: string;
  }[];
  /** Whether something mattered that this reader may not learn of. */
  readonly withheld: boolean;
  readonly duties: readonly { readonly duty: string; readonly text: string }[];
  /** What would make it permitted. */
  readonly remedies: readonly {
    readonly steps: readonly {
      readonly fact: string;
      readonly by: string;
      readonly text: string;
    }[];
  }[];
}

/**
 * Explains a decision, with the same masks that it was made from. Throws `AVOW_UNKNOWN_WORD` and
 * `AVOW_UNKNOWN_LANGUAGE`.
 */
export function explain<V extends Words>(
  engine: Engine<V>,
  question: Question<V>,
  known: number,
  refuted: number,
  { language, audience }: Reader,
): Explanation {
  const { policy } = engine;
  const words: Words = policy.vocabulary;
  requireLanguage(policy, language);
  const phrases = phrasesFor(language);
  const { action, purpose, category, recipient } = question;
  const cell = engine.cell(action, purpose, category, recipient);
  const outcome = decide(cell, known, refuted);

  const place = {
    actions: [action],
    purposes: [purpose],
    categories: [category],
    recipients: [recipient],
  };
  const act = phrases.act(labelsOf(words, place, phrases.anything, language));
  const mattered = reasons(cell, known, refuted);
  const shown = mattered.filter(({ fact }) => words.facts[fact]?.audience.includes(audience));
  const said = (fact: string, holds: boolean | undefined): string => {
    const clause = labelOf(words, 'facts', fact, language);
    if (holds === undefined) return phrases.unknown(clause);
    return holds ? clause : phrases.not(clause);
  };

  return {
    permitted: outcome.permitted,
    by: outcome.permitted ? 'permission' : outcome.by,
    answer: outcome.permitted ? phrases.permitted(act) : phrases.refused(act),
    sentence: {
      id: outcome.sentence,
      text: findSentence(policy, outcome.sentence)?.text[language] ?? '',
    },
    reasons: shown.map(({ fact, holds }) => ({ fact, holds, text: said(fact, holds) })),
    withheld: shown.length < mattered.length,
    duties: (outcome.permitted ? outcome.duties : []).map((duty) => ({
      duty,
      text: labelOf(words, 'duties', duty, language),
    })),
    remedies: remedies(engine, cell, known, refuted, audience).map(({ steps }) => ({
      steps: steps.map(({ fact, by, how }) => ({ fact, by, text: how[language] ?? '' })),
    })),
  };
}
