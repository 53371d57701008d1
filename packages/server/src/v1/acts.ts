import { z } from '@hono/zod-openapi';
import type { Recipient } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { caseId, orderId, partyId, personId } from './shapes/ids.ts';
import { to } from './shapes/recipient.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { action, categories, category, fields, purpose } from './shapes/words.ts';

const question = z.strictObject({
  person: personId,
  purpose,
  categories,
  to: to.optional(),
  order: orderId.optional(),
  case: caseId.optional(),
});

const asked = ({
  person,
  purpose,
  categories,
  to,
  order,
  case: inCase,
}: z.output<typeof question>) => ({
  person,
  purpose,
  categories,
  ...given({ to: to as Recipient | undefined, order, case: inCase }),
});

const ofPerson = z.object({ person: personId });
const kept = z.object({ categories: z.array(category) });
const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD', 'AVOW_UNSETTLED'] as const;

export const acts = [
  endpoint({
    id: 'act',
    method: 'post',
    path: '/v1/acts/{action}',
    summary: 'Do something with personal information',
    about:
      'Use, show, disclose to the person or another user…: any action of the policy that reads. What goes to a party goes sealed (`/v1/acts/{action}/sealed`) and is turned away here, by `/action`. All categories are permitted, or the act is refused whole. Each call is a decision of its own and stands on record, so it takes no Idempotency-Key.',
    scope: 'acts',
    params: z.object({ action }),
    body: question,
    answer: decision('Act', z.object({ values: z.record(z.string(), z.string()) })),
    codes,
    async handle(call) {
      const decided = await call.avow.act(call.params.action, asked(call.body));
      return tellDecision(decided, call, ({ values }) => ({
        values: given(values) as Record<string, string>,
      }));
    },
  }),

  endpoint({
    id: 'previewAct',
    method: 'post',
    path: '/v1/acts/{action}/preview',
    summary: 'What the policy would answer now',
    about: 'Not a permission: it discloses nothing, is not recorded, and binds nobody.',
    scope: 'acts',
    params: z.object({ action }),
    body: question,
    answer: z.object({
      permitted: z.boolean(),
      sentence: z.string(),
      recipient: z.string().openapi({ description: 'The class that the records give.' }),
    }),
    codes,
    handle: ({ avow, params, body }) => avow.preview(params.action, asked(body)),
  }),

  endpoint({
    id: 'collect',
    method: 'post',
    path: '/v1/subjects/{person}/fields',
    summary: 'Collect values of a person',
    about: 'All of it is kept, sealed, or nothing is. An unknown category is refused by name.',
    scope: 'acts',
    write: true,
    params: ofPerson,
    body: z.strictObject({
      purpose,
      fields,
      source: z
        .union([z.enum(['person', 'device']), z.strictObject({ party: partyId })])
        .optional()
        .openapi({ description: 'Where it came from; absent: from the person.' }),
      findBy: z
        .array(category)
        .max(20)
        .optional()
        .openapi({ description: 'Categories by which the person shall be found again.' }),
    }),
    answer: decision('Collect', kept),
    codes: [...codes, 'AVOW_TAKEN', 'AVOW_TOO_LARGE'],
    async handle(call) {
      const { source, findBy, ...body } = call.body;
      const decided = await call.avow.collect({
        ...call.params,
        ...body,
        ...given({ source, findBy }),
        ...call.once,
      });
      return tellDecision(decided, call, ({ categories }) => ({ categories }));
    },
  }),

  endpoint({
    id: 'correct',
    method: 'patch',
    path: '/v1/subjects/{person}/fields',
    summary: 'Correct values of a person',
    scope: 'acts',
    write: true,
    params: ofPerson,
    body: z.strictObject({ fields }),
    answer: decision('Correct', kept),
    codes: [...codes, 'AVOW_TAKEN', 'AVOW_TOO_LARGE'],
    async handle(call) {
      const decided = await call.avow.correct({ ...call.params, ...call.body, ...call.once });
      return tellDecision(decided, call, ({ categories }) => ({ categories }));
    },
  }),

  endpoint({
    id: 'export',
    method: 'post',
    path: '/v1/subjects/{person}/export',
    summary: 'Everything held of a person, for the person',
    about: 'A decision of its own at each call; it takes no Idempotency-Key.',
    scope: 'acts',
    params: ofPerson,
    answer: decision(
      'Export',
      z.object({
        held: z.array(
          z.object({
            category,
            value: z.string(),
            source: z.string(),
            collected: time,
            expires: time.nullable(),
          }),
        ),
      }),
    ),
    codes,
    async handle(call) {
      const decided = await call.avow.export(call.params);
      return tellDecision(decided, call, ({ held }) => ({
        held: held.map(({ category, value, source, collected, expires }) => ({
          category,
          value,
          source,
          collected: written(collected),
          expires: writtenOrNull(expires),
        })),
      }));
    },
  }),
];
