import { z } from '@hono/zod-openapi';
import { type Happened, mechanismKinds } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { entryId, mechanismId, personId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';
import { country } from './shapes/words.ts';

const named = z.object({
  mechanism: mechanismId,
  kind: z.enum(mechanismKinds),
  origin: country,
  destination: country,
});

const happened = z
  .object({
    entry: entryId,
    at: time,
    what: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('decision'),
        action: z.string(),
        purpose: z.string(),
        categories: z.array(z.string()),
        recipient: z.string().openapi({ description: 'The class of who received.' }),
        party: z.string().nullable(),
        order: z.string().nullable(),
        mechanisms: z.array(named).nullable().openapi({
          description: 'What a transfer rested on, one for each country that it left.',
        }),
        case: z.string().nullable().openapi({ description: 'The case at the desk.' }),
        permitted: z.boolean(),
        sentence: z.string(),
      }),
      z.object({
        kind: z.literal('evidence'),
        evidence: z.string(),
        state: z.string(),
        fact: z.string().nullable().openapi({ description: 'Which fact was attested.' }),
      }),
    ]),
  })
  .openapi('Happened');

function tell({ entry, at, what }: Happened) {
  const when = { entry, at: written(at) };
  if (what.kind === 'evidence') return { ...when, what: { ...what, fact: what.fact ?? null } };
  const { party = null, order = null, case: inCase = null, mechanisms = null } = what;
  return { ...when, what: { ...what, party, order, case: inCase, mechanisms } };
}

const explanation = z
  .object({
    permitted: z.boolean(),
    by: z.enum(['permission', 'prohibition', 'silence']),
    answer: z.string(),
    sentence: z.object({ id: z.string(), text: z.string() }),
    reasons: z.array(
      z.object({ fact: z.string(), holds: z.boolean().nullable(), text: z.string() }),
    ),
    withheld: z
      .boolean()
      .openapi({ description: 'Whether something mattered that this audience may not learn of.' }),
    duties: z.array(z.object({ duty: z.string(), text: z.string() })),
    remedies: z.array(
      z.object({
        steps: z.array(z.object({ fact: z.string(), by: z.string(), text: z.string() })),
      }),
    ),
  })
  .openapi('Explanation');

export const history = [
  endpoint({
    id: 'getHistory',
    method: 'get',
    path: '/v1/subjects/{person}/history',
    summary: 'What was decided about a person',
    about:
      'Newest first, for the person. Each page is a decision of its own, which stands in the history too. `next` is the `before` of the page that follows; `null`: there is none.',
    scope: 'history:read',
    params: z.object({ person: personId }),
    query: z.strictObject({
      before: entryId.optional(),
      limit: z.coerce.number().int().min(1).max(200).optional().openapi({
        description: 'Lines at most; 50 if absent.',
        type: 'integer',
      }),
      ownLooks: z.enum(['yes', 'no']).optional().openapi({
        description:
          '`no` leaves out what the person was permitted to see of themself; a page may then have fewer lines and still be followed by another. `yes` if absent.',
      }),
      visits: z.enum(['yes', 'no']).optional().openapi({
        description: '`no` leaves out that visits were received and kept. `yes` if absent.',
      }),
    }),
    answer: decision('History', z.object({ history: z.array(happened), next: entryId.nullable() })),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { before, limit = 50, ownLooks, visits } = call.query;
      const without = { ownLooks: ownLooks !== 'no', visits: visits !== 'no' };
      const page = { ...given({ before }), limit, ...without };
      const decided = await call.avow.history({ ...call.params, ...page });
      return tellDecision(decided, call, ({ happened, next }) => ({
        history: happened.map(tell),
        next: next ?? null,
      }));
    },
  }),

  endpoint({
    id: 'explainEntry',
    method: 'get',
    path: '/v1/entries/{entry}/explanation',
    summary: 'A past decision, in the words of the policy of its day',
    scope: 'history:read',
    params: z.object({ entry: entryId }),
    query: z.strictObject({
      audience: z
        .enum(['person', 'requester', 'partner', 'operator'])
        .openapi({ description: 'For whom: a partner never learns of another’s consents.' }),
    }),
    answer: explanation,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query, language }) {
      const found = await avow.explain({ ...params, ...query, language });
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      const reasons = found.reasons.map(({ fact, holds, text }) => ({
        fact,
        holds: holds ?? null,
        text,
      }));
      return { ...found, reasons };
    },
  }),
];
