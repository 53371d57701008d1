import { z } from '@hono/zod-openapi';
import type { Recipient } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { caseId, entryId, orderId, personId } from './shapes/ids.ts';
import { to } from './shapes/recipient.ts';
import {
  dealing,
  evaluation,
  ownName,
  registerEntry,
  tellDealing,
  tellEntry,
} from './shapes/registers.ts';
import { time, timeIn, written } from './shapes/time.ts';
import { categories, purpose } from './shapes/words.ts';

const ofPerson = z.object({ person: personId });
const activity = ownName('An activity, by a name of yours.', 'spring-market');
const bySide = z.strictObject({ by: personId });
const { handle, rating, text } = evaluation.shape;

/** The registers of 6.c, and the one way in which any of them meets a person's information. */
export const registers = [
  endpoint({
    id: 'joinRegisters',
    method: 'post',
    path: '/v1/subjects/{person}/registers',
    summary: 'Join registers with a person',
    about:
      'Activities, orders, evaluations, violations and measures lie outside the policy, and join a person’s information by a decision on `join` alone: for the person (`to` is `person`, purpose `rights`), for the other side of an order, for a third party that a violation names. Each call is a decision of its own; it takes no Idempotency-Key.',
    scope: 'acts',
    params: ofPerson,
    body: z.strictObject({
      ...{ purpose, categories, to: to.optional() },
      ...{ order: orderId.optional(), case: caseId.optional() },
    }),
    answer: decision('JoinRegisters', z.object({ entries: z.array(registerEntry) })),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { purpose, categories, to, order, case: inCase } = call.body;
      const decided = await call.avow.registers.join({
        ...{ person: call.params.person, purpose, categories },
        ...given({ to: to as Recipient | undefined, order, case: inCase }),
      });
      return tellDecision(decided, call, ({ entries }) => ({ entries: entries.map(tellEntry) }));
    },
  }),

  endpoint({
    id: 'readOrderAsSide',
    method: 'get',
    path: '/v1/orders/{order}/sides/{person}',
    summary: 'Read an order as one of its sides',
    about: 'To anybody else, and three years after it was closed, it is not there.',
    scope: 'evidence:read',
    params: z.object({ order: orderId, person: personId }),
    answer: z.object({
      own: dealing,
      other: dealing
        .extend({ person: personId })
        .nullable()
        .openapi({ description: 'Null: the other side was erased.' }),
    }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params: { order, person } }) {
      const seen = await avow.registers.order({ order, by: person });
      if (!seen) throw new HttpFault('AVOW_NOT_FOUND');
      const { own, other } = seen;
      return {
        own: tellDealing(own),
        other: other ? { ...tellDealing(other), person: other.person } : null,
      };
    },
  }),

  endpoint({
    id: 'writeEvaluation',
    method: 'post',
    path: '/v1/orders/{order}/evaluations',
    summary: 'Evaluate the other side of an order',
    about:
      'Once for each side, when the order is closed and somebody has performed in it. The text is public, and kept in clear.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ order: orderId }),
    body: bySide.extend({ handle, rating, text }),
    status: 201,
    answer: z.object({ order: orderId, at: time, entry: entryId }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_EXISTS', 'AVOW_TOO_MANY'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.registers.evaluations.write({ ...params, ...body, ...once });
      return { order: kept.order, at: written(kept.at), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'withdrawEvaluation',
    method: 'delete',
    path: '/v1/orders/{order}/evaluations/{person}',
    summary: 'Withdraw what a side wrote',
    about: 'It is deleted.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ order: orderId, person: personId }),
    answer: z.object({ order: orderId, entry: entryId }),
    codes: ['AVOW_NOT_FOUND'],
    handle: ({ avow, params: { order, person }, once }) =>
      avow.registers.evaluations.withdraw({ order, by: person, ...once }),
  }),

  endpoint({
    id: 'listEvaluations',
    method: 'get',
    path: '/v1/subjects/{person}/evaluations',
    summary: 'What was written about a subject',
    about: 'Anybody may read it, newest first. It says nothing of who wrote it or in which order.',
    scope: 'public',
    params: ofPerson,
    answer: z.object({ evaluations: z.array(evaluation) }),
    async handle({ avow, params }) {
      const about = await avow.registers.evaluations.about(params.person);
      return { evaluations: about.map(({ at, ...said }) => ({ ...said, at: written(at) })) };
    },
  }),

  endpoint({
    id: 'joinActivity',
    method: 'post',
    path: '/v1/subjects/{person}/activities',
    summary: 'Record that somebody takes part in an activity',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ activity, ends: timeIn }),
    status: 201,
    answer: z.object({ activity, at: time, entry: entryId }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_EXISTS', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.registers.activities.join({ ...params, ...body, ...once });
      return { activity: kept.activity, at: written(kept.at), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'leaveActivity',
    method: 'delete',
    path: '/v1/subjects/{person}/activities/{activity}',
    summary: 'Take back that somebody takes part',
    scope: 'evidence:write',
    write: true,
    params: z.object({ person: personId, activity }),
    answer: z.object({ activity, entry: entryId }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    handle: ({ avow, params, once }) => avow.registers.activities.leave({ ...params, ...once }),
  }),

  endpoint({
    id: 'countActivity',
    method: 'get',
    path: '/v1/activities/{activity}',
    summary: 'How many take part in an activity',
    about: 'Who they are is told to nobody. Not counted beyond 1,000.',
    scope: 'public',
    params: z.object({ activity }),
    answer: z.object({ count: z.number().int() }),
    handle: async ({ avow, params }) => ({
      count: await avow.registers.activities.count(params.activity),
    }),
  }),
];
