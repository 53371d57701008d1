import { z } from '@hono/zod-openapi';
import type { Interest, InterestEvidence } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { entryId, personId } from './shapes/ids.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { purpose } from './shapes/words.ts';

const name = z.string().min(1).max(64).openapi({ description: 'By its name.', example: 'lamps' });

const because = z
  .object({
    from: z.enum(['page', 'language', 'partner', 'person']),
    what: z.string().nullable().openapi({
      description: 'The page, the language or the partner; null where they said so themself.',
    }),
    at: time,
  })
  .openapi('InterestEvidence');

const interest = z
  .object({ interest: name, because: z.array(because), until: time.nullable() })
  .openapi('Interest');

const whatOf = (evidence: InterestEvidence): string | null => {
  switch (evidence.from) {
    case 'page':
      return evidence.page;
    case 'language':
      return evidence.language;
    case 'partner':
      return evidence.partner;
    case 'person':
      return null;
  }
};

const tell = ({ interest, because, until }: Interest) => ({
  interest,
  because: because.map((one) => ({ from: one.from, what: whatOf(one), at: written(one.at) })),
  until: writtenOrNull(until),
});

const ofPerson = z.object({ person: personId });
const counted = decision('Interests', z.object({ count: z.int() }));
const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED', 'AVOW_STATE'] as const;

/** What may interest a person: theirs to see and to put right, the platform's to choose by. */
export const interests = [
  endpoint({
    id: 'listInterests',
    method: 'get',
    path: '/v1/subjects/{person}/interests',
    summary: 'A person’s interests, for the person',
    about: 'Each with what it was derived from; and which of them they removed.',
    scope: 'acts',
    params: ofPerson,
    answer: decision(
      'OwnInterests',
      z.object({ interests: z.array(interest), removed: z.array(name) }),
    ),
    codes,
    handle: async (call) =>
      tellDecision(await call.avow.interests.of(call.params.person), call, (value) => ({
        interests: value.interests.map(tell),
        removed: [...value.removed],
      })),
  }),

  endpoint({
    id: 'deriveInterests',
    method: 'post',
    path: '/v1/subjects/{person}/interests/derive',
    summary: 'Derive a person’s interests from what came since the last time',
    about:
      'It happens by itself every hour. `decided` is null where nothing came, or where this server was given no source of interests.',
    scope: 'acts',
    params: ofPerson,
    answer: z.object({ decided: counted.nullable() }),
    codes,
    async handle(call) {
      const decided = await call.avow.interests.derive(call.params);
      return { decided: decided ? await tellDecision(decided, call, (value) => value) : null };
    },
  }),

  endpoint({
    id: 'useInterests',
    method: 'post',
    path: '/v1/subjects/{person}/interests/use',
    summary: 'Open a person’s interests, to choose by',
    about: 'For what is shown by them a reason is owed each time: what stands in `because`.',
    scope: 'acts',
    params: ofPerson,
    body: z.strictObject({
      purpose: purpose
        .optional()
        .openapi({ description: 'Absent: `service.personal`.', type: 'string' }),
    }),
    answer: decision('UsedInterests', z.object({ interests: z.array(interest) })),
    codes: [...codes, 'AVOW_UNKNOWN_WORD'],
    async handle(call) {
      const what = { ...call.params, ...given({ purpose: call.body.purpose }) };
      return tellDecision(await call.avow.interests.use(what), call, (value) => ({
        interests: value.interests.map(tell),
      }));
    },
  }),

  endpoint({
    id: 'correctInterest',
    method: 'put',
    path: '/v1/subjects/{person}/interests/{interest}',
    summary: 'Put an interest right, at the person’s wish',
    about: 'The wrong one goes, and is not derived again until they say so.',
    scope: 'acts',
    write: true,
    params: ofPerson.extend({ interest: name }),
    body: z.strictObject({ to: name }),
    answer: counted,
    codes: [...codes, 'AVOW_TOO_MANY'],
    handle: async (call) =>
      tellDecision(
        await call.avow.interests.correct({ ...call.params, ...call.body, ...call.once }),
        call,
        (value) => value,
      ),
  }),

  endpoint({
    id: 'removeInterest',
    method: 'delete',
    path: '/v1/subjects/{person}/interests/{interest}',
    summary: 'Remove an interest, at the person’s wish',
    about: 'It is not derived again until they say so.',
    scope: 'acts',
    write: true,
    params: ofPerson.extend({ interest: name }),
    answer: counted,
    codes: [...codes, 'AVOW_TOO_MANY'],
    handle: async (call) =>
      tellDecision(
        await call.avow.interests.remove({ ...call.params, ...call.once }),
        call,
        (value) => value,
      ),
  }),

  endpoint({
    id: 'allowInterest',
    method: 'post',
    path: '/v1/subjects/{person}/interests/{interest}/allow',
    summary: 'Let an interest be derived again, at the person’s wish',
    scope: 'acts',
    write: true,
    params: ofPerson.extend({ interest: name }),
    answer: z.object({ entry: entryId }),
    codes,
    handle: async ({ avow, params, once }) => ({
      entry: (await avow.interests.allow({ ...params, ...once })).entry,
    }),
  }),
];
