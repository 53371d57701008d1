import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { recipient } from './shapes/desk.ts';
import { given } from './shapes/given.ts';
import { caseId, entryId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';
import { category } from './shapes/words.ts';

const word = z.string().min(1).max(256);
const as = recipient.openapi({ description: 'Who has signed in; the caller has made sure of it.' });

export const portal = [
  // Before the ticket, whose place in a path this word would be taken for.
  endpoint({
    id: 'lookThroughPortal',
    method: 'post',
    path: '/v1/portal/looks',
    summary: 'Look at what was delivered',
    about:
      'The act `open`, decided anew each time and on record, so it takes no Idempotency-Key. No key leaves.',
    scope: 'portal',
    body: z.strictObject({ view: word, as }),
    answer: decision('Look', z.object({ values: z.record(z.string(), z.string()) })),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED', 'AVOW_UNSETTLED'],
    async handle(call) {
      const decided = await call.avow.desk.portal.look(call.body);
      return tellDecision(decided, call, ({ values }) => ({
        values: given(values) as Record<string, string>,
      }));
    },
  }),

  endpoint({
    id: 'redeemTicket',
    method: 'post',
    path: '/v1/portal/{ticket}',
    summary: 'Redeem a ticket, once',
    about: 'Somebody else’s ticket is not there. What comes of it opens nothing by itself.',
    scope: 'portal',
    write: true,
    params: z.object({ ticket: word }),
    body: z.strictObject({ as }),
    answer: z
      .object({
        portal: z.string(),
        case: caseId,
        view: z.string().openapi({ description: 'What each look is made with.' }),
        categories: z.array(category),
        until: time,
        entry: entryId,
      })
      .openapi('View'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, body, once }) {
      const view = await avow.desk.portal.redeem({ ...params, ...body, ...once });
      return { ...view, until: written(view.until) };
    },
  }),
];
