import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Hold } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { given } from './shapes/given.ts';
import { entryId, holdId, personId } from './shapes/ids.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories } from './shapes/words.ts';

const terms = {
  kind: z.enum(['proceedings', 'investigation', 'duty']).openapi({
    description: 'A case in court, an authority’s investigation, or a duty in law to keep records.',
  }),
  document: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .openapi({
      description: 'SHA-256 of the document that asks for it. The document is not kept here.',
      example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    }),
  verifiedBy: personId.openapi({
    description: 'The operator who verified it: one who was appointed to the desk.',
    example: 'p_8w1d',
  }),
};

const hold = z
  .object({
    hold: holdId,
    person: personId,
    ...terms,
    verifiedBy: personId
      .nullable()
      .openapi({ description: 'Null: it came back with a restore, and nobody has looked yet.' }),
    categories: categories.nullable().openapi({ description: 'Null: everything.' }),
    from: time,
    until: time.nullable().openapi({ description: 'When it ends by itself; null: when lifted.' }),
    lifted: time.nullable(),
    liftedBy: personId.nullable().openapi({
      description:
        'The operator who lifted it. Null: nobody has, or it was lifted before anybody was asked who does.',
    }),
  })
  .openapi('Hold');

const ofPerson = z.object({ person: personId });

const tell = (kept: Hold<Words>) => ({
  hold: kept.hold,
  person: kept.person,
  kind: kept.kind,
  document: kept.document,
  verifiedBy: kept.verifiedBy ?? null,
  categories: kept.categories ?? null,
  from: written(kept.from),
  until: writtenOrNull(kept.until),
  lifted: writtenOrNull(kept.lifted),
  liftedBy: kept.liftedBy ?? null,
});

export const holds = [
  endpoint({
    id: 'placeHold',
    method: 'post',
    path: '/v1/subjects/{person}/holds',
    summary: 'Place a legal hold',
    about:
      'From the answer on, neither erasure nor the end of its time removes what the hold covers. What is past its time stays unreadable all the same.',
    scope: 'holds',
    write: true,
    params: ofPerson,
    body: z.strictObject({
      ...terms,
      categories: categories
        .optional()
        .openapi({ description: 'What it covers; absent: everything, history included.' }),
      until: timeIn.optional(),
    }),
    status: 201,
    answer: hold.extend({ entry: entryId }).openapi('PlacedHold'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, params, body: { categories: covered, until, ...what }, once }) {
      const optional = given({ categories: covered, until });
      const kept = await avow.holds.place({ ...params, ...what, ...optional, ...once });
      return { ...tell(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listHolds',
    method: 'get',
    path: '/v1/subjects/{person}/holds',
    summary: 'List a subject’s legal holds',
    about: 'Those that have ended too, the newest first. None once the person is erased.',
    scope: 'holds',
    params: ofPerson,
    answer: z.object({ holds: z.array(hold) }),
    handle: async ({ avow, params }) => ({
      holds: (await avow.holds.list(params.person)).map(tell),
    }),
  }),

  endpoint({
    id: 'listStandingHolds',
    method: 'get',
    path: '/v1/holds',
    summary: 'List the legal holds that stand',
    about:
      'Over everybody, the oldest first. Those that ended by time, or were lifted, are not among them.',
    scope: 'holds',
    query: z.object({
      after: holdId.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answer: z.object({ holds: z.array(hold) }),
    handle: async ({ avow, query }) => ({
      holds: (await avow.holds.standing(given(query))).map(tell),
    }),
  }),

  endpoint({
    id: 'liftHold',
    method: 'delete',
    path: '/v1/subjects/{person}/holds/{hold}',
    summary: 'Lift a legal hold',
    about:
      'If the person had asked to be erased and no other hold stands, their keys are destroyed before the answer.',
    scope: 'holds',
    write: true,
    params: z.object({ person: personId, hold: holdId }),
    query: z.strictObject({
      by: personId.openapi({
        description: 'The operator who lifts it: one who was appointed to the desk.',
        example: 'p_8w1d',
      }),
    }),
    answer: hold
      .extend({
        entry: entryId,
        erased: z
          .boolean()
          .openapi({ description: 'Whether an erasure that waited has been carried out.' }),
      })
      .openapi('LiftedHold'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, query, once }) {
      const kept = await avow.holds.lift({ ...params, ...query, ...once });
      return { ...tell(kept), entry: kept.entry, erased: kept.erased };
    },
  }),
];
