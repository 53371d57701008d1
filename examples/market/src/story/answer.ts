/** What the policy answered, as it came over HTTP: from `/v1`, or read off a page of the market. */
export interface Answer {
  readonly permitted: boolean;
  readonly sentence: string;
  readonly text: string;
  readonly entry: string;
  /** What would permit it, each way as its steps. */
  readonly missing: readonly string[];
}

/** The story met something that the policy does not say: the only way in which it fails. */
export class Differs extends Error {
  override readonly name = 'Differs';
}

/** A decision of `/v1`, as its reference describes it. */
export interface Told {
  readonly permitted: boolean;
  readonly sentence: string;
  readonly text: string;
  readonly entry: string;
  readonly missing?: readonly { readonly steps: readonly { readonly how: string }[] }[];
  readonly value?: Readonly<Record<string, unknown>>;
}

export const answerOf = (told: Told): Answer => ({
  permitted: told.permitted,
  sentence: told.sentence,
  text: told.text,
  entry: told.entry,
  missing: (told.missing ?? []).map(({ steps }) => steps.map(({ how }) => how).join(', and ')),
});

const panel = /<section class="answer answer-(permitted|refused)">([\s\S]*?)<\/section>/;

/** Reads the panel in which a page of the market shows an answer of the policy. */
export function answerOn(page: string): Answer {
  const [, outcome, inside = ''] = panel.exec(page) ?? [];
  if (outcome === undefined) throw new Differs('The page shows no answer of the policy.');
  const found = (pattern: RegExp) => plain(pattern.exec(inside)?.[1] ?? '');
  return {
    permitted: outcome === 'permitted',
    sentence: found(/class="cite"[^>]*>([^<]+)</),
    text: found(/<q[^>]*>([\s\S]*?)<\/q>/),
    entry: found(/answer-record[^>]*>[^<]*<code>([^<]+)</),
    missing: [...inside.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => plain(item)),
  };
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (whole, name) => named[name] ?? whole);
