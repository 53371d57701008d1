import type { ActionName, CategoryName, PurposeName, Text, Words } from '@avow/policy';
import type { Markup } from '@avow/server/look';
import type {
  Avow,
  Decided,
  DocumentKind,
  ErasureReceipt,
  Idempotent,
  PartyId,
  PersonId,
} from 'avow';
import type { Language } from './words/index.ts';

/** A request as the platform is asked about it; `around` is what it handed over beside the request. */
export interface Asked<Around extends object = object> {
  readonly request: Request;
  readonly around: Around;
}

/** Who is reading: found by the platform from its own session, or from a token. */
export interface Reader {
  readonly person: PersonId;
  /** The language that they chose, if the platform keeps it; else links carry it. */
  readonly language?: Language | undefined;
  /** How others on the platform see them, such as a handle; no personal value. */
  readonly called?: string | undefined;
}

/** Undefined: a stranger. */
export type Found = Reader | 'turned-away' | undefined;

/** Something that people are asked for here. Nothing of it is needed for the service itself. */
export interface Matter<V extends Words> {
  /** Names it in forms and as an anchor: letters, digits and hyphens. */
  readonly name: string;
  /** `'platform'`: the platform itself. */
  readonly party: PartyId | 'platform';
  readonly action: ActionName<V>;
  readonly purposes: readonly [PurposeName<V>, ...PurposeName<V>[]];
  readonly categories: readonly CategoryName<V>[];
  readonly title: Text;
  readonly lead: Text;
  /**
   * `permission`: it waits for a yes. `objection`: it runs until a no, as the policy has it, so that
   * what is offered is to switch it off, and on again.
   */
  readonly asks: 'permission' | 'objection';
}

/** A field that people correct here, or give if they left it out. */
export interface Correctable<V extends Words> {
  readonly category: CategoryName<V>;
  /** HTML's `autocomplete` token. */
  readonly autocomplete?: string;
  /** For what it is collected if it was not given before. Absent: it can only be corrected. */
  readonly purpose?: PurposeName<V>;
}

/**
 * How the centre makes sure, before it erases somebody, that nobody else sits at their browser. With a
 * `password`, the platform compares it. Where the platform signs people in elsewhere, it says whether
 * that was just now, and where to do it again.
 */
export type Proof<Around extends object = object> =
  | {
      readonly by: 'password';
      /** `wait`: too many were tried, and nothing was compared; in so many seconds one may try again. */
      prove(
        person: PersonId,
        password: string,
        asked: Asked<Around>,
      ): Promise<'proven' | 'wrong' | { readonly wait: number }>;
    }
  | {
      readonly by: 'sign-in';
      isRecent(asked: Asked<Around>): boolean | Promise<boolean>;
      /** Where to sign in again, as an address; absent: the page says it in words alone. */
      readonly again?: string;
    };

/** A page of the platform's own among the rooms of the centre, such as its messages to a person. */
export interface OwnRoom {
  /** Below the centre's own path. The platform answers it before the centre does. */
  readonly path: string;
  readonly label: Text;
}

/** A page of the centre before it is framed. Addresses are whole paths; texts are in `language`. */
export interface Framed {
  readonly language: Language;
  readonly title: string;
  readonly main: Markup;
  readonly stylesheets: readonly string[];
  readonly scripts: readonly string[];
  readonly languages: readonly { readonly language: string; readonly href: string }[];
  /** Nobody is known any more: the last page after an erasure. */
  readonly isLast: boolean;
}

/** What a platform hands in. */
export interface CentreOptions<V extends Words, Around extends object = object> {
  readonly avow: Avow<V>;
  /**
   * The path that the centre is mounted at, such as `/mine`: links begin with it. Requests arrive
   * without it, as `mount` of Hono and of the Avow server hand them over.
   */
  readonly at: string;
  /** The platform's name. */
  readonly name: Text;
  /**
   * `turned-away`: whoever came showed who they are, and it is not taken; to sign in again would not
   * help them, so they are told.
   */
  whoIs(asked: Asked<Around>): Found | Promise<Found>;
  /**
   * Where somebody signs in who wants to see `path`; `language`: the one that they chose by a link.
   * Absent: the page says that they are not known.
   */
  readonly signIn?: (path: string, language: Language | undefined) => string;
  readonly proof: Proof<Around>;
  /** Names of parties and of other users, for a reader; undefined where there is none. */
  readonly nameOf?: (party: string, language: Language) => string | undefined;
  /** What an order is called for a reader, and where it stands; undefined where nothing is known of it. */
  readonly orderOf?: (
    order: string,
    language: Language,
  ) => { readonly label: string; readonly href: string } | undefined;
  /** Something that was complained of, by the platform's own name for it, for a reader; undefined: told by that name. */
  readonly thingOf?: (
    thing: string,
    language: Language,
  ) => { readonly label: string; readonly href: string } | undefined;
  /** What a page of the platform is about, by its path, for a reader; undefined: it is told by its path. */
  readonly pageName?: (page: string, language: Language) => string | undefined;
  /** What the platform calls a rule, a measure or an activity of its registers; undefined: it is told as it is noted. */
  readonly registerWord?: (noted: string, language: Language) => string | undefined;
  readonly matters?: readonly Matter<V>[];
  /** Absent: whatever is held and may be corrected. */
  readonly correctable?: readonly Correctable<V>[];
  /** What the platform does when somebody goes, around `avow.erase`, which it calls. */
  readonly erase?: (
    what: { readonly person: PersonId } & Idempotent,
  ) => Promise<Decided<ErasureReceipt>>;
  /** What erasing leaves in the platform's own books, in a sentence. */
  readonly leaves?: Text;
  /** `Set-Cookie` lines that take the session out of the browser of somebody who was erased. */
  readonly signedOut?: (asked: Asked<Around>) => readonly string[] | Promise<readonly string[]>;
  /** The page around a page; absent: a plain one with the platform's name. */
  readonly frame?: (page: Framed, asked: Asked<Around>) => Markup;
  /** Where the policy is published. Absent: `/policy`. */
  readonly policy?: string;
  /** Where the platform publishes what is accepted together with the policy. */
  readonly documents?: Partial<Record<DocumentKind, string>>;
  readonly rooms?: readonly OwnRoom[];
  /** Where else the platform shows people what it keeps of them, such as its registers. */
  readonly elsewhere?: readonly { readonly href: string; readonly label: Text }[];
  /** Where people choose about cookies. */
  readonly cookies?: string;
  /** The time, in milliseconds since the epoch. Absent: the machine's. */
  readonly now?: () => number;
  /** The origin that forms come from, where a proxy hides it: `https://app.example`. */
  readonly origin?: string;
}
