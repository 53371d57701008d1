import { randomUUID } from 'node:crypto';
import type { Text, Words } from '@avow/policy';
import { chooseLanguage, field, html, type Markup, moment, page, terms } from '@avow/server/look';
import {
  type Avow,
  asPartyId,
  type CaseRecipient,
  type Decided,
  type Disclosed,
  isAvowFault,
  type PersonId,
} from 'avow';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Asked } from '../options.ts';
import { files, lookPath, stylePath } from '../web/files.ts';
import { headers } from '../web/headers.ts';
import { answered, begun, policyWords } from '../web/policy.ts';
import type { AnyAvow } from '../web/visit.ts';
import { type Language, languageOf, languages, wordsIn } from '../words/index.ts';
import { isCodeFor } from './way.ts';

/** What a platform hands in. */
export interface PortalOptions<V extends Words, Around extends object = object> {
  readonly avow: Avow<V>;
  /** The path that it is mounted at, such as `/handed`. */
  readonly at: string;
  readonly name: Text;
  /** Who is signed in, for what is disclosed to another user. Absent: to nobody is. */
  whoIs?(asked: Asked<Around>): PersonId | undefined | Promise<PersonId | undefined>;
  /** Where a user signs in who wants to see `path`. */
  readonly signIn?: (path: string) => string;
  /** Where the policy is published. Absent: `/policy`. */
  readonly policy?: string;
}

type Portal = Omit<PortalOptions<Words>, 'avow'> & { readonly avow: AnyAvow };
type Fault = 'nothing' | 'over' | 'broken';

const statuses = { nothing: 404, over: 409, broken: 500 } as const;

/**
 * Where a recipient without a key takes up what was disclosed: once, by the link and a code that came another
 * way, or, if it is another user, signed in. It has no cookie and no session: what each further look is made
 * with travels in the page. So there is nothing that another site could use, and no origin to be compared.
 */
export function disclosurePortal<V extends Words, Around extends object = object>(
  options: PortalOptions<V, Around>,
): Hono {
  const portal = options as unknown as Portal;
  const app = new Hono();
  app.use(headers);
  app.route('/', files());
  app.use((c, next) => {
    c.header('Cache-Control', 'no-store');
    return next();
  });
  app.use(bodyLimit({ maxSize: 16 * 1024 }));
  app.onError((fault, c) => {
    const which = faultIn(fault);
    if (which === 'broken') console.error(`portal: fault in ${c.req.method} ${c.req.routePath}`);
    return said(portal, c, which);
  });
  app.notFound((c) => said(portal, c, 'nothing'));
  app.get('/:ticket', (c) => asked(portal, c));
  app.post('/:ticket', (c) => taken(portal, c));
  app.post('/:ticket/again', (c) => again(portal, c));
  return app;
}

/** What it is, before it is taken up: programs that look at mail open links as well, and use up nothing. */
async function asked(portal: Portal, c: Context): Promise<Response> {
  const party = c.req.query('for') ?? '';
  if (party === '' && (await userOf(portal, c)) === undefined) {
    const { pathname } = new URL(c.req.url);
    return portal.signIn === undefined
      ? said(portal, c, 'nothing')
      : c.redirect(portal.signIn(`${portal.at}${pathname}`), 303);
  }
  return show(portal, c, 'title', form(portal, c, party));
}

/** Takes it up: whoever comes a second time finds that it is gone. */
async function taken(portal: Portal, c: Context): Promise<Response> {
  const { party, code, once } = await posted(c, ['party', 'code', 'once']);
  const ticket = c.req.param('ticket') ?? '';
  if (party !== '' && !isCodeFor(portal.avow, ticket, code)) {
    const { wrongCode } = read(portal, c).words;
    return show(portal, c, 'title', form(portal, c, party, wrongCode), 422);
  }
  if (!/^[0-9a-f-]{36}$/.test(once)) return said(portal, c, 'nothing');
  const as = await whoFor(portal, c, party);
  if (as === undefined) return said(portal, c, 'nothing');
  const key = { idempotencyKey: `portal-${once}` };
  const { view, until } = await portal.avow.desk.portal.redeem({ ticket, as, ...key });
  return shown(portal, c, { view, party, until }, await portal.avow.desk.portal.look({ view, as }));
}

/** Looks once more: decided anew. */
async function again(portal: Portal, c: Context): Promise<Response> {
  const { party, view, until } = await posted(c, ['party', 'view', 'until']);
  const as = await whoFor(portal, c, party);
  if (as === undefined) return said(portal, c, 'nothing');
  const decided = await portal.avow.desk.portal.look({ view, as });
  return shown(portal, c, { view, party, until: Number(until) || 0 }, decided);
}

const userOf = async ({ whoIs }: Portal, c: Context): Promise<PersonId | undefined> =>
  whoIs?.({ request: c.req.raw, around: c.env ?? {} });

async function whoFor(
  portal: Portal,
  c: Context,
  party: string,
): Promise<CaseRecipient | undefined> {
  if (party !== '') return { party: asPartyId(party) };
  const user = await userOf(portal, c);
  return user === undefined ? undefined : { user };
}

function form(portal: Portal, c: Context, party: string, error?: string): Markup {
  const { words } = read(portal, c);
  const code = field({
    ...{ name: 'code', label: words.code, hint: words.codeHint, error },
    ...{ autocomplete: 'one-time-code', limit: 32, required: true },
  });
  return html`<p class="lead">${words.lead}</p><p>${words.once}</p>
<form method="post" action="${here(portal, c)}" novalidate>${hidden({ party, once: randomUUID() })}${party === '' ? '' : code}
<div class="actions"><button class="button">${words.button}</button></div></form>`;
}

interface View {
  readonly view: string;
  readonly party: string;
  readonly until: number;
}

function shown(
  portal: Portal,
  c: Context,
  { view, party, until }: View,
  decided: Decided<Disclosed<Words>>,
): Promise<Response> {
  const { words, reading, language } = read(portal, c);
  const { category } = policyWords(reading);
  const values = decided.permitted ? Object.entries(decided.value.values) : [];
  const told = values.map(([name, value]) => [begun(category(name)), value ?? ''] as const);
  const body = decided.permitted
    ? told.length === 0
      ? html`<p>${words.nothingHeld}</p>`
      : terms(told)
    : html`<p>${words.refused}</p>`;
  const main = html`${answered(reading, { ...decided, missing: [] }, { title: decided.permitted ? words.shown : words.notShown, body })}
<p>${words.until} ${moment(until, language)}</p>
<form method="post" action="${here(portal, c)}/again">${hidden({ party, view, until: String(until) })}<div class="actions"><button class="button button-plain">${words.again}</button></div></form>
<p class="quiet small">${words.onRecord}</p>`;
  return show(portal, c, 'title', main);
}

const here = (portal: Portal, c: Context) => `${portal.at}/${c.req.param('ticket') ?? ''}`;

const hidden = (fields: Readonly<Record<string, string>>): Markup =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

async function posted<Field extends string>(c: Context, fields: readonly Field[]) {
  const data = await c.req.formData().catch(() => new FormData());
  const text = (field: Field) => {
    const value = data.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  return Object.fromEntries(fields.map((each) => [each, text(each)])) as Record<Field, string>;
}

function read(portal: Portal, c: Context) {
  const spoken: readonly string[] = portal.avow.policy.current().policy.vocabulary.languages;
  const [first = languages[0], ...more] = languages.filter((each) => spoken.includes(each));
  const wanted = languageOf(c.req.query('lang'));
  const offered: readonly [Language, ...Language[]] = [first, ...more];
  const language = chooseLanguage(offered, wanted, c.req.header('accept-language'));
  return { language, words: wordsIn(language).portal, reading: { place: portal, language } };
}

function faultIn(fault: unknown): Fault {
  if (isAvowFault(fault, 'AVOW_STATE')) return 'over';
  return isAvowFault(fault, 'AVOW_NOT_FOUND', 'AVOW_INPUT') ? 'nothing' : 'broken';
}

function said(portal: Portal, c: Context, fault: Fault): Promise<Response> {
  const { words } = read(portal, c);
  const main = html`<p class="lead">${words.faults[fault]}</p>`;
  return show(portal, c, `${fault}Title`, main, statuses[fault]);
}

type Title = 'title' | `${Fault}Title`;

async function show(
  portal: Portal,
  c: Context,
  titled: Title,
  main: Markup,
  status: 200 | 404 | 409 | 422 | 500 = 200,
) {
  const { language, words } = read(portal, c);
  const title = words[titled];
  const name = portal.name[language] ?? Object.values(portal.name)[0] ?? '';
  const policy = `${portal.policy ?? '/policy'}?lang=${language}`;
  c.header('Content-Language', language);
  const whole = page({
    ...{ language, title, main: html`<h1>${title}</h1>${main}` },
    look: `${portal.at}${lookPath}`,
    stylesheets: [`${portal.at}${stylePath}`],
    name: { label: name, href: policy },
    ways: [{ href: policy, label: words.policy }],
    languages: [],
  });
  return c.html(whole, status);
}
