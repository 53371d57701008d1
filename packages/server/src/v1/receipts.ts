import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { entryId, personId } from './shapes/ids.ts';
import { openedReceipt, receipt, tellOpenedReceipt, tellReceipt } from './shapes/receipt.ts';

export const receipts = [
  endpoint({
    id: 'getReceipt',
    method: 'get',
    path: '/v1/entries/{entry}/receipt',
    summary: 'What proves a record',
    about:
      'Checked with the log’s key (`/log/key`) and nothing else. It opens nothing and names nobody, so nothing is decided or recorded.',
    scope: 'history:read',
    params: z.object({ entry: entryId }),
    answer: receipt,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.receipt(params.entry);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tellReceipt(found);
    },
  }),

  endpoint({
    id: 'openReceipt',
    method: 'get',
    path: '/v1/subjects/{person}/history/{entry}/receipt',
    summary: 'What proves a record, and of whom it speaks',
    about:
      'For the person of whom the entry speaks: `opening` opens its commitment. A look at one line of their history, decided and recorded at each call. Needs the log’s key for checking, and outlives the person’s data.',
    scope: 'history:read',
    params: z.object({ person: personId, entry: entryId }),
    answer: decision('OpenReceipt', openedReceipt),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED'],
    async handle(call) {
      return tellDecision(await call.avow.openReceipt(call.params), call, tellOpenedReceipt);
    },
  }),
];
