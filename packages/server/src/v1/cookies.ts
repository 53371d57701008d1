import { z } from '@hono/zod-openapi';
import type { ListedCookie } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { recordedConsent, tellConsent } from './consents.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { personId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';
import { language, purpose } from './shapes/words.ts';
import { recorded } from './subjects.ts';

const ofPerson = z.object({ person: personId });
const name = z.string().min(1).max(4096);
const answer = z.enum(['accept', 'reject']);

const cookie = z
  .object({
    name: z.string().openapi({ description: 'A name, or a pattern that ends in `*`.' }),
    does: z.string().openapi({ description: 'In the words of the policy.' }),
    purpose,
    by: z.string(),
    days: z.int().nullable().openapi({ description: 'Null: until the browser is closed.' }),
    scripts: z.boolean().openapi({ description: 'Whether scripts of a page may read it.' }),
    path: z.string(),
    domain: z.string().nullable().openapi({ description: 'Null: the host that sets it alone.' }),
  })
  .openapi('Cookie');

const tell = (listed: ListedCookie, inWords: (text: ListedCookie['label']) => string) => ({
  name: listed.listed,
  does: inWords(listed.label),
  purpose: listed.purpose,
  by: listed.by,
  days: listed.days ?? null,
  scripts: listed.scripts ?? false,
  path: listed.path ?? '/',
  domain: listed.domain ?? null,
});

const undeclared = z
  .object({ permitted: z.literal(false), by: z.literal('register') })
  .openapi('UndeclaredCookie', { description: 'No register lists it. Nothing is on record.' });

export const cookies = [
  endpoint({
    id: 'listCookies',
    method: 'get',
    path: '/v1/cookies',
    summary: 'The register of cookies',
    about: 'Every cookie that the policy in force lists. Any other is stopped.',
    scope: 'public',
    answer: z.object({ cookies: z.array(cookie) }),
    handle: async ({ avow, language: spoken }) => ({
      cookies: avow.cookies.list().map((each) => tell(each, (text) => text[spoken] ?? '')),
    }),
  }),

  endpoint({
    id: 'listStrays',
    method: 'get',
    path: '/v1/cookies/strays',
    summary: 'Cookies that were stopped because no register lists them',
    about:
      'As this process met them since it began, the latest first, at most 200. Names have their digits as `0`; `?` stands for what is no name.',
    scope: 'evidence:read',
    answer: z.object({
      strays: z.array(
        z.object({
          name: z.string(),
          where: z.enum(['sent', 'set', 'script']),
          count: z.int(),
          last: time,
        }),
      ),
    }),
    handle: async ({ avow }) => ({
      strays: avow.cookies
        .strays()
        .map(({ last, ...stray }) => ({ ...stray, last: written(last) })),
    }),
  }),

  endpoint({
    id: 'askCookies',
    method: 'post',
    path: '/v1/cookies/question',
    summary: 'The question about the cookies of a purpose',
    about: 'In the policy’s words. Show exactly this text before recording an answer to it.',
    scope: 'evidence:read',
    body: z.strictObject({ purpose, language }),
    answer: z.object({ text: z.string() }),
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_UNKNOWN_LANGUAGE'],
    handle: async ({ avow, body }) => ({
      text: avow.cookies.question(body.purpose, body.language),
    }),
  }),

  endpoint({
    id: 'listCookieChoices',
    method: 'get',
    path: '/v1/subjects/{person}/cookies',
    summary: 'What somebody chose about cookies',
    about: 'The last word on each purpose that they chose about.',
    scope: 'evidence:read',
    params: ofPerson,
    answer: z.object({ choices: z.array(z.object({ purpose, answer })) }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const chosen = await avow.cookies.choices(params.person);
      return {
        choices: Object.entries(chosen).flatMap(([each, said]) =>
          said === undefined ? [] : [{ purpose: each, answer: said }],
        ),
      };
    },
  }),

  endpoint({
    id: 'chooseCookies',
    method: 'post',
    path: '/v1/subjects/{person}/cookies',
    summary: 'Record a choice about the cookies of a purpose',
    about:
      'Setting, reading, and use of what they yield. A no after a yes withdraws it. From the answer on nothing is set or read against it.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ purpose, answer, language }),
    status: 201,
    answer: recordedConsent,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.cookies.choose({ ...params, ...body, ...once });
      return { ...tellConsent(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'decideCookie',
    method: 'post',
    path: '/v1/subjects/{person}/cookies/decisions',
    summary: 'Decide whether a cookie is set, or one that came is read',
    about:
      'For a server without our gate. Each call is a decision of its own, so it takes no Idempotency-Key; one that no register lists is no matter for a decision.',
    scope: 'acts',
    params: ofPerson,
    body: z.strictObject({ name, act: z.enum(['set', 'read']) }),
    answer: z.union([decision('Cookie', z.object({ cookie })), undeclared]),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { avow, params, body, language: spoken } = call;
      const decided = await avow.cookies[body.act]({ ...params, name: body.name });
      if (!('entry' in decided)) return { permitted: false as const, by: 'register' as const };
      return tellDecision(decided, call, (value) => ({
        cookie: tell(value.cookie, (text) => text[spoken] ?? ''),
      }));
    },
  }),

  endpoint({
    id: 'findBrowser',
    method: 'put',
    path: '/v1/subjects/{person}/browser',
    summary: 'Record what somebody’s browser was found to do',
    about: 'What is left out stays as it was found before.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({
      blocksCookies: z.boolean().optional(),
      signalsOptOut: z.boolean().optional().openapi({ description: 'It sends `Sec-GPC: 1`.' }),
    }),
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    handle: ({ avow, params, body, once }) =>
      avow.subjects.browser(params.person, { ...given(body), ...once }),
  }),
];
