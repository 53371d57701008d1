import { findSentence, type Words } from '@avow/policy';
import { because, type Markup, none } from '@avow/server/look';
import type { Avow } from 'avow';
import type { Context } from 'hono';
import type { Accounts, Whose } from '../face.ts';
import type { Language } from '../mail/words.ts';
import type { AskedFields } from './asked.ts';
import type { Framing, Reader } from './frame.ts';
import type { Paths } from './paths.ts';
import { type PageWords, wordsIn } from './words/index.ts';

/** A document that is agreed to: where it is read, in the reader's language. */
export interface LinkedDocument {
  readonly href: string;
  readonly label: string;
  readonly version?: string;
}

/** The sentences that these pages cite; one that the policy lacks is not cited. */
export interface CitedSentences {
  /** Nothing is collected without acceptance. */
  readonly declined: string;
  /** The cookie that logging in needs. */
  readonly cookie: string;
  /** What becomes of a cookie that the browser does not keep. */
  readonly blocked: string;
  /** Whoever harvests is suspended; they may appeal. */
  readonly suspended: string;
  readonly appeal: string;
  /** A leak is reported without logging in; what is done then. */
  readonly leak: string;
  readonly contained: string;
}

/** What every page works with. */
export interface Hall extends Framing {
  readonly accounts: Accounts;
  readonly avow: Pick<Avow<Words>, 'policy' | 'harvesting' | 'leaks'>;
  readonly paths: Paths;
  readonly cookie: string;
  readonly documents: (
    c: Context,
  ) => readonly LinkedDocument[] | Promise<readonly LinkedDocument[]>;
  readonly fields: AskedFields;
  /** Of a platform that serves one country: ISO 3166-1 alpha-2. */
  readonly country: string | undefined;
  readonly sentences: CitedSentences;
  /** Where a development server shows its mail. */
  readonly inbox: string | undefined;
  /** Where somebody turns who can no longer get in: an address for mail. */
  readonly support: string | undefined;
  /** What the log-in page shows besides: the people of a demonstration. */
  readonly beside: (c: Context) => Markup;
}

/** How somebody reads, and the words for it. */
export interface Reading extends Reader {
  readonly words: PageWords;
}

export function reading(hall: Pick<Hall, 'reader'>, c: Context): Reading {
  const reader = hall.reader(c);
  return { ...reader, to: (path) => reader.to(path), words: wordsIn(reader.language) };
}

/** “because 5.a.1: ‘…’”, where the policy has that sentence. */
export function citing(hall: Hall, language: Language, name: keyof CitedSentences): Markup {
  const sentence = hall.sentences[name];
  const text = findSentence(hall.avow.policy.current().policy, sentence)?.text[language];
  return text === undefined ? none : because({ sentence, text, language });
}

/** A category of the policy, in the reader's language, as the label of a field begins. */
export function labelOf(hall: Hall, language: Language, category: string): string {
  const { categories } = hall.avow.policy.current().policy.vocabulary;
  const label = categories[category]?.label[language] ?? category;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Hands on only those who are logged in; others log in first and come back. */
export const known =
  (hall: Hall, handle: (c: Context, whose: Whose) => Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const whose = await hall.accounts.whoIs(c.req.header('cookie'));
    return whose === undefined ? toLogin(hall, c) : handle(c, whose);
  };

export function toLogin(hall: Hall, c: Context): Response {
  const { to } = hall.reader(c);
  const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(c.req.path)}` : '';
  return c.redirect(to(`${hall.paths.login}${back}`), 303);
}
