import type { CategoryName, PurposeName, RecipientName, Text, Words } from '@avow/policy';
import type { Markup } from '@avow/server/look';
import type { Avow, Measured, PersonId } from 'avow';
import type { Role } from './roles.ts';
import type { Language } from './words/index.ts';

/** A request as the platform is asked about it; `around` is what it handed over beside the request. */
export interface Asked<Around extends object = object> {
  readonly request: Request;
  readonly around: Around;
}

/** Who is at work: found by the platform, which has seen their second factor. */
export interface Operator {
  /** Their subject in the vault, by which records name who decided. */
  readonly operator: PersonId;
  readonly role: Role;
  /** The language that they chose, if the platform keeps it; else links carry it. */
  readonly language?: Language | undefined;
}

/** Undefined: nobody who works here. */
export type Found = Operator | 'turned-away' | undefined;

/** A page of the console before it is framed. Addresses are whole paths; texts are in `language`. */
export interface Framed {
  readonly language: Language;
  readonly title: string;
  readonly main: Markup;
  readonly stylesheets: readonly string[];
  readonly languages: readonly { readonly language: string; readonly href: string }[];
  /** Whoever reads it at work; undefined: nobody who works here. */
  readonly operator: Operator | undefined;
}

/** What a platform hands in. */
export interface ConsoleOptions<V extends Words, Around extends object = object> {
  readonly avow: Avow<V>;
  /**
   * The path that the console is mounted at, such as `/console`: links begin with it. Requests arrive
   * without it, as `mount` of Hono and of the Avow server hand them over.
   */
  readonly at: string;
  /** The platform's name. */
  readonly name: Text;
  /**
   * Who comes, and as what. Asked for each request, and believed: the console has no session of its own.
   * `turned-away`: whoever came showed who they are, and it is not taken.
   */
  whoIs(asked: Asked<Around>): Found | Promise<Found>;
  /**
   * Where somebody signs in who wants to see `path`; `language`: the one that they chose by a link.
   * Absent: the page says that they are not known.
   */
  readonly signIn?: (path: string, language: Language | undefined) => string;
  /** Names of parties, for a reader; undefined where there is none. */
  readonly nameOf?: (party: string, language: Language) => string | undefined;
  /** What the platform calls a rule or a measure of its registers; undefined: it is told as it is noted. */
  readonly registerWord?: (noted: string, language: Language) => string | undefined;
  /**
   * Which category of an operator's own information is their name, and for what it is shown to those who work beside
   * them. Each page that says who did something asks the policy for it, as of anybody; where that refuses, or this is
   * absent, an operator is their id.
   */
  readonly operatorNames?: {
    readonly category: CategoryName<V>;
    readonly purpose: PurposeName<V>;
  };
  /**
   * As what parties are engaged here. Absent: every class of the policy that somebody outside may be
   * handed something as, and that is not read from an order.
   */
  readonly engageable?: readonly RecipientName<V>[];
  /** By which values of theirs, such as an address, people are found at the desk besides by their number. */
  readonly findBy?: readonly CategoryName<V>[];
  /**
   * Where `disclosurePortal` is mounted, as whole addresses begin: `https://app.example/handed`. Absent: whoever
   * delivers to a recipient without a key gets a ticket for `/v1/portal` in place of a link.
   */
  readonly portal?: string;
  /** Where the counts of disclosures are published. Absent: `/bases`. */
  readonly reports?: string;
  /** The measures, if the platform has more of them than the library, or keeps an answer for a while. */
  readonly measures?: () => Promise<readonly Measured[]>;
  /** The page around a page; absent: a plain one with the platform's name. */
  readonly frame?: (page: Framed, asked: Asked<Around>) => Markup;
  /** Where the policy is published, and what backs its sentences. Absent: `/policy` and `/clauses`. */
  readonly policy?: string;
  readonly clauses?: string;
  /** The time, in milliseconds since the epoch. Absent: the machine's. */
  readonly now?: () => number;
  /** The origin that forms come from, where a proxy hides it: `https://app.example`. */
  readonly origin?: string;
}
