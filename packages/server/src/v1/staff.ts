import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { entryId, personId } from './shapes/ids.ts';

const appointed = z
  .object({
    operator: personId,
    state: z.enum(['appointed', 'dismissed']),
    entry: entryId,
  })
  .openapi('Appointed');

export const staff = [
  endpoint({
    id: 'appointOperator',
    method: 'post',
    path: '/v1/staff',
    summary: 'Say that an operator works at the desk',
    about: 'By their id as a subject. Nobody else handles a case, approves or delivers.',
    scope: 'staff',
    write: true,
    body: z.strictObject({ operator: personId }),
    status: 201,
    answer: appointed,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    handle: ({ avow, body, once }) => avow.desk.staff.appoint({ ...body, ...once }),
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
];
