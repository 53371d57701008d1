import { z } from '@hono/zod-openapi';
import { type RightsRequest, rightsAskedFor } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { by, deskCase, reason, tellCase } from './shapes/desk.ts';
import { given } from './shapes/given.ts';
import { caseId, entryId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, written } from './shapes/time.ts';

const ofCase = z.object({ case: caseId });
const words = z.string().min(1).max(16_384);

const request = z
  .object({
    case: caseId,
    person: personId,
    about: z.enum(rightsAskedFor),
    made: time,
    due: time.openapi({ description: 'By when it is to be answered.' }),
    answered: z.object({ at: time, granted: z.boolean() }).nullable(),
  })
  .openapi('RightsRequest');

const recorded = request.extend({ entry: entryId }).openapi('RecordedRequest');

const tell = (one: RightsRequest) => ({
  ...{ case: one.case, person: one.person, about: one.about },
  made: written(one.made),
  due: written(one.due),
  answered: one.answered ? { at: written(one.answered.at), granted: one.answered.granted } : null,
});

export const requests = [
  endpoint({
    id: 'makeRequest',
    method: 'post',
    path: '/v1/requests',
    summary: 'Take a request of a person about their rights',
    about:
      'It is a case about the one who asks, due by the date that the policy sets. The text is sealed.',
    scope: 'desk:write',
    write: true,
    body: z.strictObject({ person: personId, about: request.shape.about, text: words }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, body, once }) {
      const kept = await avow.desk.requests.make({ ...body, ...once });
      return { ...tell(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listOverdueRequests',
    method: 'get',
    path: '/v1/requests',
    summary: 'List requests that are overdue',
    about: 'The longest overdue first.',
    scope: 'desk:read',
    answer: z.object({ overdue: z.array(request) }),
    handle: async ({ avow }) => ({ overdue: (await avow.desk.requests.overdue()).map(tell) }),
  }),

  endpoint({
    id: 'getRequest',
    method: 'get',
    path: '/v1/requests/{case}',
    summary: 'Read a request, without what is sealed',
    scope: 'desk:read',
    params: ofCase,
    answer: request,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.desk.requests.get(params.case);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),

  endpoint({
    id: 'readRequest',
    method: 'post',
    path: '/v1/requests/{case}/readings',
    summary: 'Read a request with what is sealed',
    about:
      'For the operator who handles it, or its person. Each reading stands in their history, so it takes no Idempotency-Key.',
    scope: 'desk:write',
    params: ofCase,
    body: z.strictObject({ by: personId }),
    answer: recorded
      .extend({ text: z.string(), answer: z.string().nullable(), reason: reason.nullable() })
      .openapi('ReadRequest'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    async handle({ avow, params, body }) {
      const read = await avow.desk.requests.read({ ...params, ...body });
      const { text, answer = null, reason: because = null, entry } = read;
      return { ...tell(read), text, answer, reason: because, entry };
    },
  }),

  endpoint({
    id: 'answerRequest',
    method: 'post',
    path: '/v1/requests/{case}/answer',
    summary: 'Answer a request',
    about: 'By the operator who handles it. A refusal says why.',
    scope: 'desk:write',
    write: true,
    params: ofCase,
    body: z.strictObject({ by, text: words, reason: reason.optional() }),
    answer: deskCase.extend({ ...runningOut, entry: entryId }).openapi('AnsweredRequest'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, body: { reason: because, ...body }, once }) {
      const more = given({ reason: because });
      const kept = await avow.desk.requests.answer({ ...params, ...body, ...more, ...once });
      return { ...tellCase(kept), ...tellRunning(kept), entry: kept.entry };
    },
  }),
];
