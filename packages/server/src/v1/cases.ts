import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { CaseOpening, Delivered } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import {
  by,
  caseState,
  caseType,
  deskCase,
  reason,
  recipient,
  tellCase,
  tellTold,
  told,
} from './shapes/desk.ts';
import { sealed, tellSealed } from './shapes/disclosure.ts';
import { given } from './shapes/given.ts';
import { caseId, entryId, orderId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { stepOf, withEntry } from './shapes/step.ts';
import { time, timeIn, written } from './shapes/time.ts';
import { categories } from './shapes/words.ts';

const ofCase = z.object({ case: caseId });
const ofPerson = z.object({ person: personId });
const byOperator = z.strictObject({ by });
const recorded = deskCase.extend({ entry: entryId }).openapi('RecordedCase');
const ended = recorded.extend(runningOut).openapi('EndedCase');

const tell = withEntry(tellCase);

const step = stepOf('desk:write', ofCase, recorded);

const remedy = z.object({
  steps: z.array(z.object({ fact: z.string(), by: z.string(), how: z.string() })),
});

const delivered = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('seal'),
    ...sealed.shape,
  }),
  z.object({
    by: z.literal('portal'),
    portal: z.string(),
    ticket: z.string().openapi({ description: 'For the recipient, to be redeemed once.' }),
    redeemBy: time,
  }),
]);

function tellDelivered(what: Delivered<Words>) {
  if (what.by === 'portal') {
    const { by, portal, ticket, redeemBy } = what;
    return { by, portal, ticket, redeemBy: written(redeemBy) };
  }
  return { by: what.by, ...tellSealed(what) };
}

const apart = personId.optional().openapi({
  description:
    'The operator who is to see it: no case that concerns themself is shown, nor that there is one.',
});

export const cases = [
  endpoint({
    id: 'openCase',
    method: 'post',
    path: '/v1/cases',
    summary: 'Open a case',
    about:
      'About one person. `law`, `violation` and `basis` lead to a party and rest on a record; `order` leads to the other side of an order; in `support` and `leak` nothing is handed over. By an operator who works at the desk; `support` and `leak` also by the person, `order` also by the side that asks. Nothing is possible by it alone.',
    scope: 'desk:write',
    write: true,
    body: z.strictObject({
      type: z.enum(['law', 'violation', 'basis', 'order', 'support', 'leak']),
      person: personId,
      by,
      to: recipient.optional(),
      categories: categories.optional(),
      evidence: z.string().min(1).max(128).optional().openapi({
        description: 'An order of an authority, a duty in law, a violation or a basis, by its id.',
      }),
      order: orderId.optional(),
      expires: timeIn.optional(),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, body, once }) {
      // What a type must have and must not have the library says, field by field.
      const opening = given(body) as unknown as CaseOpening<Words>;
      return tell(await avow.desk.cases.open({ ...opening, ...once }));
    },
  }),

  endpoint({
    id: 'listCases',
    method: 'get',
    path: '/v1/cases',
    summary: 'List cases',
    about: 'In one state, `open` if none is named, in the order of their ids.',
    scope: 'desk:read',
    query: z.strictObject({
      state: caseState.optional(),
      type: caseType.optional(),
      operator: personId.optional(),
      apart,
      after: caseId.optional(),
      limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ type: 'integer' }),
    }),
    answer: z.object({ cases: z.array(deskCase) }),
    handle: async ({ avow, query }) => ({
      cases: (await avow.desk.cases.list(given(query))).map(tellCase),
    }),
  }),

  endpoint({
    id: 'getCase',
    method: 'get',
    path: '/v1/cases/{case}',
    summary: 'Read a case',
    scope: 'desk:read',
    params: ofCase,
    query: z.strictObject({ apart }),
    answer: deskCase,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query }) {
      const found = await avow.desk.cases.get(params.case, given(query));
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tellCase(found);
    },
  }),

  endpoint({
    ...step,
    id: 'assignCase',
    path: '/v1/cases/{case}/assignment',
    summary: 'Assign a case to an operator',
    about: 'While it goes on they may be shown what the policy says, by acts that name the case.',
    body: byOperator.extend({ operator: personId }),
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.cases.assign({ ...params, ...body, ...once })),
  }),

  endpoint({
    id: 'getApprovable',
    method: 'get',
    path: '/v1/cases/{case}/approvable',
    summary: 'What there is to approve in a case, and what is missing',
    about: 'For those who decide: what the policy would answer to a delivery now. Records nothing.',
    scope: 'desk:read',
    params: ofCase,
    answer: z.object({
      case: deskCase,
      digest: z.string(),
      approvedBy: z.array(personId),
      needed: z.number().int(),
      wouldPermit: z.boolean(),
      sentence: z.string(),
      missing: z.array(remedy),
    }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, language }) {
      const found = await avow.desk.cases.approvable(params.case);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      const missing = found.missing.map(({ steps }) => ({
        steps: steps.map(({ fact, by, how }) => ({ fact, by, how: how[language] ?? '' })),
      }));
      return { ...found, case: tellCase(found.case), missing };
    },
  }),

  endpoint({
    ...step,
    id: 'approveCase',
    path: '/v1/cases/{case}/approvals',
    summary: 'Approve what a case is about',
    about:
      'Exactly what has this digest: if anything of it is another by now, it is not approved. Never by whoever opened it or asks in it, and once by each.',
    body: byOperator.extend({ digest: z.string().min(1).max(128) }),
    codes: [...step.codes, 'AVOW_EXISTS', 'AVOW_TOO_MANY'],
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.cases.approve({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'refuseCase',
    path: '/v1/cases/{case}/refusal',
    summary: 'Refuse a case, with a reason',
    body: byOperator.extend({ reason }),
    answer: ended,
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.cases.refuse({ ...params, ...body, ...once });
      return { ...tell(kept), ...tellRunning(kept) };
    },
  }),

  endpoint({
    ...step,
    id: 'deliverCase',
    path: '/v1/cases/{case}/deliveries',
    summary: 'Deliver what a case is about',
    about:
      'The act `disclose`, decided now. To a party with a key it is sealed; for anybody else there is a ticket to a portal. The person is told in the same moment, or when a bar ends.',
    body: byOperator,
    answer: decision('Delivery', delivered),
    codes: [...step.codes, 'AVOW_TOO_MANY', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { avow, params, body, once } = call;
      const decided = await avow.desk.cases.deliver({ ...params, ...body, ...once });
      return tellDecision(decided, call, tellDelivered);
    },
  }),

  endpoint({
    ...step,
    id: 'closeCase',
    path: '/v1/cases/{case}/closure',
    summary: 'Close a case',
    about: 'From the answer on, what was handed over in it opens no more.',
    body: byOperator,
    answer: ended,
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.cases.close({ ...params, ...body, ...once });
      return { ...tell(kept), ...tellRunning(kept) };
    },
  }),

  endpoint({
    ...step,
    id: 'appealCase',
    path: '/v1/cases/{case}/appeals',
    summary: 'Have a case looked at again',
    about: 'By its person, or whoever asks in it. A case of its own, due in 15 days.',
    status: 201,
    body: z.strictObject({ by: personId }),
    codes: [...step.codes, 'AVOW_EXISTS', 'AVOW_TOO_MANY'],
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.desk.cases.appeal({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'settleAppeal',
    path: '/v1/cases/{case}/settlement',
    summary: 'Decide an appeal',
    about: 'Upheld, what it was about is closed. By nobody who had to do with that.',
    body: byOperator.extend({ upheld: z.boolean() }),
    answer: ended,
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.cases.settle({ ...params, ...body, ...once });
      return { ...tell(kept), ...tellRunning(kept) };
    },
  }),

  endpoint({
    id: 'listOwnCases',
    method: 'get',
    path: '/v1/subjects/{person}/cases',
    summary: 'A person’s own cases',
    about: 'For the person: what they must not know of yet is left out.',
    scope: 'history:read',
    params: ofPerson,
    answer: z.object({ cases: z.array(deskCase) }),
    handle: async ({ avow, params }) => ({
      cases: (await avow.desk.cases.of(params.person)).map(tellCase),
    }),
  }),

  endpoint({
    id: 'listTold',
    method: 'get',
    path: '/v1/subjects/{person}/told',
    summary: 'What a person is told of disclosures',
    about:
      'For the person, the newest first. What a bar keeps back comes by itself when that ends.',
    scope: 'history:read',
    params: ofPerson,
    answer: z.object({ told: z.array(told) }),
    handle: async ({ avow, params }) => ({
      told: (await avow.desk.told(params.person)).map(tellTold),
    }),
  }),
];
