import { html } from '@avow/server/look';
import type { Context } from 'hono';
import type { Operators, Presented, Role } from '../../operators/face.ts';
import { cookieOf, type Framing, goOn, show } from '../frame.ts';
import { wordsIn } from '../words/index.ts';
import type { OperatorPaths } from './paths.ts';

/** What operators' pages work with. */
export interface Office extends Framing {
  readonly operators: Operators;
  readonly paths: OperatorPaths;
  readonly cookie: string;
  /** What a role finds here, beside what these pages have themselves. */
  readonly ways: (
    c: Context,
    role: Role,
  ) => readonly { readonly href: string; readonly label: string }[];
}

export function reading(office: Office, c: Context) {
  const reader = office.reader(c);
  const words = wordsIn(reader.language);
  return {
    language: reader.language,
    to: (path: string) => reader.to(path),
    words,
    said: words.operators,
  };
}

type In = Extract<Presented, { readonly state: 'in' }>;

/**
 * Hands on an operator whose second factor is on, with a role that may; all others are sent to where they
 * can become one, or are told that the page is not for their role.
 */
export const only =
  (
    office: Office,
    roles: readonly Role[],
    handle: (c: Context, who: In) => Promise<Response> | Response,
  ) =>
  async (c: Context): Promise<Response> => {
    const who = await office.operators.whoIs(cookieOf(c));
    if (who === undefined) return goOn(office, c, office.paths.login);
    if (who.state === 'must-enrol') return goOn(office, c, office.paths.enrol);
    return roles.includes(who.role) ? handle(c, who) : forbidden(office, c);
  };

function forbidden(office: Office, c: Context): Promise<Response> {
  const { said } = reading(office, c);
  const main = html`<h1>${said.forbidden}</h1><p class="lead">${said.forbiddenLead}</p>`;
  return show(office, c, { title: said.forbidden, main }, 403);
}
