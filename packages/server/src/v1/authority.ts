import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import { type AuthorityOrder, type StatutoryDuty, verifications } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { by, document } from './shapes/desk.ts';
import { given } from './shapes/given.ts';
import { authorityOrderId, entryId, partyId, personId, statutoryDutyId } from './shapes/ids.ts';
import { stepOf, withEntry } from './shapes/step.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories, category, country } from './shapes/words.ts';

const ofOrder = z.object({ order: authorityOrderId });
const byOperator = z.strictObject({ by });
const reference = z.string().min(1).max(128).openapi({
  description: 'The body’s own number for it. Kept in clear: nothing about a person.',
  example: '2026-113',
});

const authorityOrder = z
  .object({
    order: authorityOrderId,
    person: personId,
    state: z.enum(['recorded', 'verified', 'withdrawn']),
    authority: partyId,
    thirdParty: partyId.nullable(),
    reference,
    issued: time,
    country,
    document,
    categories: z.array(category),
    from: time,
    until: time,
    recordedBy: personId,
    verified: z.object({ by: personId, how: z.enum(verifications), at: time }).nullable(),
    approval: z.object({ by: personId, reference, document, at: time }).nullable(),
    bar: z.object({ until: time.nullable(), ended: time.nullable() }).nullable(),
  })
  .openapi('AuthorityOrder');

const recorded = authorityOrder.extend({ entry: entryId }).openapi('RecordedAuthorityOrder');

const tellOrder = (one: AuthorityOrder<Words>) => ({
  order: one.order,
  person: one.person,
  state: one.state,
  authority: one.authority,
  thirdParty: one.thirdParty ?? null,
  reference: one.reference,
  issued: written(one.issued),
  country: one.country,
  document: one.document,
  categories: one.categories,
  from: written(one.from),
  until: written(one.until),
  recordedBy: one.recordedBy,
  verified: one.verified ? { ...one.verified, at: written(one.verified.at) } : null,
  approval: one.approval ? { ...one.approval, at: written(one.approval.at) } : null,
  bar: one.bar
    ? { until: writtenOrNull(one.bar.until), ended: writtenOrNull(one.bar.ended) }
    : null,
});

const tell = withEntry(tellOrder);

const step = stepOf('desk:write', ofOrder, recorded);

const duty = z
  .object({
    duty: statutoryDutyId,
    law: z.string().min(1).max(200),
    article: z.string().min(1).max(200),
    country,
    party: partyId,
    categories: z.array(category),
    from: time,
    until: time.nullable(),
    ended: z.boolean(),
  })
  .openapi('StatutoryDuty');

const tellDuty = (one: StatutoryDuty<Words>) => ({
  ...{ duty: one.duty, law: one.law, article: one.article, country: one.country },
  ...{ party: one.party, categories: one.categories, from: written(one.from) },
  until: writtenOrNull(one.until),
  ended: one.ended,
});

export const authority = [
  endpoint({
    id: 'recordAuthorityOrder',
    method: 'post',
    path: '/v1/authority-orders',
    summary: 'Record an order of an authority',
    about:
      'About one person. It counts once it has been verified with the body itself. While a bar stands, nothing that the person reads of themself says that there is one.',
    scope: 'desk:write',
    write: true,
    body: z.strictObject({
      person: personId,
      authority: partyId,
      thirdParty: partyId.optional(),
      reference,
      issued: timeIn,
      country,
      document,
      categories,
      from: timeIn.optional(),
      until: timeIn,
      bar: z
        .strictObject({ until: timeIn.optional() })
        .optional()
        .openapi({ description: 'The person must not be told; no `until`: until it is ended.' }),
      by,
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, body: { thirdParty, from, bar, ...what }, once }) {
      const more = given({ thirdParty, from, bar: bar && given(bar) });
      return tell(await avow.desk.orders.record({ ...what, ...more, ...once }));
    },
  }),

  endpoint({
    id: 'getAuthorityOrder',
    method: 'get',
    path: '/v1/authority-orders/{order}',
    summary: 'Read an order of an authority',
    about: 'For the desk, never for the person.',
    scope: 'desk:read',
    params: ofOrder,
    answer: authorityOrder,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.desk.orders.get(params.order);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tellOrder(found);
    },
  }),

  endpoint({
    id: 'listAuthorityOrders',
    method: 'get',
    path: '/v1/subjects/{person}/authority-orders',
    summary: 'List the orders about a person',
    about: 'For the desk, never for the person: barred ones are among them.',
    scope: 'desk:read',
    params: z.object({ person: personId }),
    answer: z.object({ orders: z.array(authorityOrder) }),
    handle: async ({ avow, params }) => ({
      orders: (await avow.desk.orders.list(params.person)).map(tellOrder),
    }),
  }),

  endpoint({
    ...step,
    id: 'verifyAuthorityOrder',
    path: '/v1/authority-orders/{order}/verification',
    summary: 'Record that an order was verified with the body itself',
    about: 'By somebody else than who recorded it, and in a way that the order did not name.',
    body: byOperator.extend({ how: z.enum(verifications) }),
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.orders.verify({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'clearAuthorityOrder',
    path: '/v1/authority-orders/{order}/clearance',
    summary: 'Record the approval that law asks for a foreign authority',
    about: 'What was approved at the desk before was another order, and counts no longer.',
    body: byOperator.extend({ reference, document }),
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.orders.clear({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'endBar',
    path: '/v1/authority-orders/{order}/bar-end',
    summary: 'End the bar of an order',
    about: 'The person is told in the same moment.',
    body: byOperator,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.orders.endBar({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'withdrawAuthorityOrder',
    path: '/v1/authority-orders/{order}/withdrawal',
    summary: 'Record that an order was withdrawn',
    about: 'From the answer on nothing is handed over on it, or opened.',
    body: byOperator,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.orders.withdraw({ ...params, ...body, ...once })),
  }),

  endpoint({
    id: 'registerStatutoryDuty',
    method: 'post',
    path: '/v1/statutory-duties',
    summary: 'Register a duty in law',
    scope: 'desk:write',
    write: true,
    body: z.strictObject({
      law: duty.shape.law,
      article: duty.shape.article,
      country,
      party: partyId,
      categories,
      from: timeIn.optional(),
      until: timeIn.optional(),
      by,
    }),
    status: 201,
    answer: duty.extend({ entry: entryId }).openapi('RegisteredStatutoryDuty'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD'],
    async handle({ avow, body: { from, until, ...what }, once }) {
      const kept = await avow.desk.duties.register({ ...what, ...given({ from, until }), ...once });
      return { ...tellDuty(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listStatutoryDuties',
    method: 'get',
    path: '/v1/statutory-duties',
    summary: 'List the duties in law that are in force',
    scope: 'desk:read',
    answer: z.object({ duties: z.array(duty) }),
    handle: async ({ avow }) => ({ duties: (await avow.desk.duties.list()).map(tellDuty) }),
  }),

  endpoint({
    id: 'endStatutoryDuty',
    method: 'post',
    path: '/v1/statutory-duties/{duty}/end',
    summary: 'End a duty in law',
    scope: 'desk:write',
    write: true,
    params: z.object({ duty: statutoryDutyId }),
    body: byOperator,
    answer: duty.extend({ entry: entryId }).openapi('EndedStatutoryDuty'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.duties.end({ ...params, ...body, ...once });
      return { ...tellDuty(kept), entry: kept.entry };
    },
  }),
];
