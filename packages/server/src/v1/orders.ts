import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Order, OrderSide } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { given } from './shapes/given.ts';
import { entryId, orderId, partyId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { withEntry } from './shapes/step.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { categories } from './shapes/words.ts';

const serving = z.array(z.strictObject({ party: partyId, categories })).max(20);

const side = z.object({
  person: personId,
  performed: time
    .nullable()
    .openapi({ description: 'When it first performed, wholly or in part.' }),
  completed: time.nullable().openapi({ description: 'When it had performed wholly.' }),
  asked: z.object({ at: time, categories }).nullable(),
});

const order = z
  .object({
    order: orderId,
    state: z.enum(['open', 'disputed', 'closed']),
    sides: z
      .array(side)
      .openapi({ description: 'In the order given. One who was erased is absent.' }),
    serving,
  })
  .openapi('Order');

const recorded = order.extend({ entry: entryId }).openapi('RecordedOrder');
const ofOrder = z.object({ order: orderId });
const bySide = z.strictObject({ by: personId });

function tell(kept: Order<Words>) {
  const one = (side: OrderSide<Words>) => ({
    person: side.person,
    performed: writtenOrNull(side.performed),
    completed: writtenOrNull(side.completed),
    asked: side.asked ? { at: written(side.asked.at), categories: side.asked.categories } : null,
  });
  return {
    order: kept.order,
    state: kept.state,
    sides: kept.sides.map(one),
    serving: kept.serving.map(({ party, categories }) => ({ party, categories })),
  };
}

const tellRecorded = withEntry(tell);

/** What a side does in an order, all of one form. */
const step = {
  method: 'post',
  scope: 'evidence:write',
  write: true,
  params: ofOrder,
  answer: recorded,
  codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
} as const;

export const orders = [
  endpoint({
    id: 'openOrder',
    method: 'post',
    path: '/v1/orders',
    summary: 'Open an order between two people',
    about: 'The register that facts are read from: who serves whom, who performed, who asked.',
    scope: 'evidence:write',
    write: true,
    body: z.strictObject({
      order: orderId,
      sides: z.tuple([personId, personId]),
      serving: serving.optional(),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_EXISTS', 'AVOW_UNKNOWN_WORD'],
    handle: async ({ avow, body: { order, sides, serving }, once }) =>
      tellRecorded(await avow.orders.open({ order, sides, ...given({ serving }), ...once })),
  }),

  endpoint({
    id: 'getOrder',
    method: 'get',
    path: '/v1/orders/{order}',
    summary: 'Read an order',
    scope: 'evidence:read',
    params: ofOrder,
    answer: order,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.orders.get(params.order);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),

  endpoint({
    ...step,
    id: 'performOrder',
    path: '/v1/orders/{order}/performances',
    summary: 'Record that a side performed, wholly or partly',
    body: bySide.extend({
      part: z.boolean().optional().openapi({ description: 'In part: it owes the rest.' }),
    }),
    handle: async ({ avow, params, body: { part, ...body }, once }) =>
      tellRecorded(await avow.orders.perform({ ...params, ...body, ...given({ part }), ...once })),
  }),

  endpoint({
    ...step,
    id: 'askInOrder',
    path: '/v1/orders/{order}/requests',
    summary: 'Record that a side asked to be told of the other',
    about:
      'A request (3.f) is evidence; whether anything is told is decided by an act that names the order.',
    body: bySide.extend({ categories }),
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.orders.ask({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'disputeOrder',
    path: '/v1/orders/{order}/disputes',
    summary: 'Record that a side disputes the order',
    body: bySide,
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.orders.dispute({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'settleOrder',
    path: '/v1/orders/{order}/settlements',
    summary: 'Record that a dispute is over, and the order goes on',
    body: bySide,
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.orders.settle({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'closeOrder',
    path: '/v1/orders/{order}/closure',
    summary: 'Close an order',
    about: 'The service to both sides ends with it, and what was handed over for it opens no more.',
    answer: recorded.extend(runningOut).openapi('ClosedOrder'),
    async handle({ avow, params, once }) {
      const closed = await avow.orders.close({ ...params, ...once });
      return { ...tellRecorded(closed), ...tellRunning(closed) };
    },
  }),
];
