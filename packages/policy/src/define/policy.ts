import { type Fault, PolicyError } from '../fault.ts';
import type { Cookie } from '../model/cookie.ts';
import { plain } from '../model/plain.ts';
import type { Mark, Part, Policy } from '../model/policy.ts';
import type { TextIn } from '../model/text.ts';
import type { Language, PurposeName, RecipientName, Words } from '../model/words.ts';
import { structureFaults } from '../read/structure.ts';
import type { ClauseDraft } from './clause.ts';
import { substitute } from './parameters.ts';
import { resolveClause } from './resolve.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text in every language of the vocabulary. */
type TextOf<V extends Words> = TextIn<Language<V>>;

/** A policy as its author writes it. `title` heads the page; without one the name does. */
export interface PolicySource<V extends Words> {
  readonly name: string;
  readonly title?: TextOf<V>;
  readonly vocabulary: Vocabulary<V>;
  readonly parameters?: Readonly<Record<string, TextOf<V>>>;
  readonly parts: readonly (Part & { readonly title: TextOf<V> })[];
  readonly clauses: readonly ClauseDraft<TextOf<V>>[];
  readonly cookies?: Readonly<
    Record<
      string,
      Cookie & {
        readonly label: TextOf<V>;
        readonly purpose: PurposeName<V>;
        readonly by: RecipientName<V>;
      }
    >
  >;
  readonly profiles?: readonly {
    readonly id: string;
    readonly marks: Readonly<Record<string, Mark & { readonly note: TextOf<V> }>>;
  }[];
}

/**
 * Makes a policy from what its author wrote: words become names, sentences get their numbers,
 * parameters their values. Throws `AVOW_POLICY_INVALID` with every structural fault at once. What is
 * well formed but questionable is left to `check`.
 */
export function definePolicy<const V extends Words>(source: PolicySource<V>): Policy<V> {
  const { name, vocabulary, parts, profiles = [], parameters = {} } = source;
  const { languages } = vocabulary.words;
  const faults: Fault[] = [];
  const written = {
    name,
    title: source.title ?? Object.fromEntries(languages.map((language) => [language, name])),
    vocabulary: vocabulary.words,
    parts,
    clauses: source.clauses.map((clause) => resolveClause(clause, vocabulary, faults)),
    ...(source.cookies === undefined ? {} : { cookies: source.cookies }),
    profiles,
  };
  const policy = plain(substitute(written, languages, parameters, faults)) as Policy<V>;
  faults.push(...structureFaults(policy));
  if (faults.length > 0) {
    throw new PolicyError('AVOW_POLICY_INVALID', `The policy ${name} is not well formed.`, faults);
  }
  return policy;
}
