import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { given } from './shapes/given.ts';
import { entryId, partyId, personId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';
import { recipientClass } from './shapes/words.ts';

const appointed = z
  .object({
    operator: personId,
    state: z.enum(['appointed', 'dismissed']),
    as: z.string(),
    entry: entryId,
  })
  .openapi('Appointed');

const deed = z
  .object({
    by: personId,
    at: time,
    evidence: z.string(),
    state: z.string(),
    of: z.string().nullable(),
    party: partyId.nullable(),
  })
  .openapi('Deed');

export const staff = [
  endpoint({
    id: 'appointOperator',
    method: 'post',
    path: '/v1/staff',
    summary: 'Say that an operator works at the desk',
    about: 'By their id as a subject. Nobody else handles a case, approves or delivers.',
    scope: 'staff',
    write: true,
    body: z.strictObject({
      operator: personId,
      as: recipientClass.optional().openapi({
        description: 'What class of recipient they are: one inside the platform. Absent: `staff`.',
      }),
    }),
    status: 201,
    answer: appointed,
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD', 'AVOW_STATE'],
    handle: ({ avow, body: { operator, as }, once }) =>
      avow.desk.staff.appoint({ operator, ...given({ as }), ...once }),
  }),

  endpoint({
    id: 'listOperators',
    method: 'get',
    path: '/v1/staff',
    summary: 'List who works at the desk',
    scope: 'desk:read',
    answer: z.object({ operators: z.array(personId) }),
    handle: async ({ avow }) => ({ operators: await avow.desk.staff.list() }),
  }),

  endpoint({
    id: 'dismissOperator',
    method: 'delete',
    path: '/v1/staff/{operator}',
    summary: 'Say that an operator works at the desk no longer',
    about: 'From the answer on they see nothing. What they approved before stands.',
    scope: 'staff',
    write: true,
    params: z.object({ operator: personId }),
    answer: appointed,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    handle: ({ avow, params, once }) => avow.desk.staff.dismiss({ ...params, ...once }),
  }),

  endpoint({
    id: 'listDeeds',
    method: 'get',
    path: '/v1/deeds',
    summary: 'List what operators did outside of cases',
    about: 'The newest first: who did what, by their ids, of one party or of everything.',
    scope: 'desk:read',
    query: z.strictObject({
      party: partyId.optional(),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000)
        .optional()
        .openapi({ description: 'Deeds at most; 100 if absent.', type: 'integer' }),
    }),
    answer: z.object({ deeds: z.array(deed) }),
    async handle({ avow, query }) {
      const deeds = await avow.desk.deeds(given(query));
      const tell = (each: (typeof deeds)[number]) => ({
        ...each,
        at: written(each.at),
        of: each.of ?? null,
        party: each.party ?? null,
      });
      return { deeds: deeds.map(tell) };
    },
  }),
];
