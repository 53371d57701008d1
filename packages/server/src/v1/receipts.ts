import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { entryId, personId } from './shapes/ids.ts';
import { receipt, tellReceipt } from './shapes/receipt.ts';

export const receipts = [
  endpoint({
    id: 'getReceipt',
    method: 'get',
    path: '/v1/entries/{entry}/receipt',
    summary: 'What proves a record',
    about:
      'Checked with the log’s key (`/log/key`) and nothing else. With the person of whom the entry speaks, the receipt also opens its commitment.',
    scope: 'history:read',
    params: z.object({ entry: entryId }),
    query: z.strictObject({ person: personId.optional() }),
    answer: receipt,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query }) {
      const found = await avow.receipt(params.entry, query.person);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tellReceipt(found);
    },
  }),
];
