import { type Answer, Differs } from './answer.ts';

/** The policy as `/policy.json` publishes it: as much of it as the story holds answers against. */
export interface Published {
  readonly clauses: readonly {
    readonly id: string;
    readonly title: Readonly<Record<string, string>>;
    readonly sentences: readonly {
      readonly id: string;
      readonly text: Readonly<Record<string, string>>;
    }[];
  }[];
}

/** Where the day is played: prints what happens, and holds each answer against the policy. */
export interface Stage {
  chapter(title: string): void;
  /** Something that happens without a decision. */
  tells(what: string): void;
  /** What the policy must answer: permitted or refused, and by which sentence. */
  decides(what: string, answer: Answer, expected: Expected): void;
  /** Something other than a decision that must be so. */
  holds(what: string, so: boolean): void;
  readonly tally: ReadonlyMap<string, { readonly permitted: number; readonly refused: number }>;
}

/**
 * The sentence that must answer. `ground` names the clause that would have permitted it: where
 * nothing permits, the sentence cited is the one that refuses all the rest, and this one says less.
 */
type Expected =
  | { readonly permitted: string }
  | { readonly refused: string; readonly ground?: string };

export function stage(policy: Published, print: (line: string) => void): Stage {
  const sentences = new Map(
    policy.clauses.flatMap((clause) =>
      clause.sentences.map((sentence) => [sentence.id, { clause: clause.id, text: sentence.text }]),
    ),
  );
  const tally = new Map<string, { permitted: number; refused: number }>();
  const quoted = new Set<string>();

  return {
    tally,
    chapter: (title) => print(`\n${title}`),
    tells: (what) => print(`  · ${what}`),

    decides(what, answer, expected) {
      const permitted = 'permitted' in expected;
      const sentence = permitted ? expected.permitted : expected.refused;
      const outcome = (yes: boolean) => (yes ? 'permitted' : 'refused');
      const told = `${outcome(answer.permitted)} by ${answer.sentence}`;
      if (answer.permitted !== permitted || answer.sentence !== sentence) {
        throw new Differs(`${what}: ${told}; expected ${outcome(permitted)} by ${sentence}.`);
      }
      const published = sentences.get(sentence);
      if (published?.text['en'] !== answer.text) {
        throw new Differs(`${what}: the words given for ${sentence} are not the published ones.`);
      }
      if (answer.entry === '') throw new Differs(`${what}: the answer names no record.`);
      const ground = permitted ? undefined : expected.ground;
      const clause = ground ?? published.clause;
      const counted = tally.get(clause) ?? { permitted: 0, refused: 0 };
      counted[outcome(permitted)] += 1;
      tally.set(clause, counted);
      print(`  ${permitted ? '✓' : '✗'} ${what}`);
      // A sentence is quoted when it first decides; after that its number says enough.
      const quote = quoted.has(sentence) ? '' : `: “${answer.text}”`;
      quoted.add(sentence);
      print(
        `      ${outcome(permitted)} because ${sentence}${ground === undefined ? '' : `, for want of ${ground}`}${quote}`,
      );
      for (const way of answer.missing) print(`      what would permit it: ${way}`);
    },

    holds(what, so) {
      if (!so) throw new Differs(`Not so: ${what}`);
      print(`  ✓ ${what}`);
    },
  };
}
