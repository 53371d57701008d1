import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { disclosure, sealed, tellDisclosure, tellSealed } from './shapes/disclosure.ts';
import { given } from './shapes/given.ts';
import { disclosureId, entryId, orderId, partyId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { action, categories, purpose } from './shapes/words.ts';

const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED'] as const;

export const disclosures = [
  endpoint({
    id: 'seal',
    method: 'post',
    path: '/v1/acts/{action}/sealed',
    summary: 'Hand something over to a party, sealed',
    about:
      'Provide, sell, lease, share, trade, disclose. What is answered goes to the party, who can read nothing of it without an opening, each of which is decided anew.',
    scope: 'acts',
    write: true,
    params: z.object({ action }),
    body: z.strictObject({
      person: personId,
      purpose,
      categories,
      to: z.strictObject({ party: partyId }),
      order: orderId
        .optional()
        .openapi({ description: 'The order that the party’s part is in. Named, not asserted.' }),
    }),
    answer: decision('Sealed', sealed),
    codes: [...codes, 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY'],
    async handle(call) {
      const { order, ...body } = call.body;
      const decided = await call.avow.disclosures.seal(call.params.action, {
        ...body,
        ...given({ order }),
        ...call.once,
      });
      return tellDecision(decided, call, tellSealed);
    },
  }),

  endpoint({
    id: 'listDisclosures',
    method: 'get',
    path: '/v1/subjects/{person}/disclosures',
    summary: 'List what was handed over about a person',
    about:
      'Newest first, what is closed too: what, to whom, what for, whether it would open now. No value.',
    scope: 'evidence:read',
    params: z.object({ person: personId }),
    answer: z.object({ disclosures: z.array(disclosure) }),
    codes,
    handle: async ({ avow, params }) => ({
      disclosures: (await avow.disclosures.of(params.person)).map(tellDisclosure),
    }),
  }),

  endpoint({
    id: 'closeDisclosure',
    method: 'delete',
    path: '/v1/subjects/{person}/disclosures/{disclosure}',
    summary: 'Close a disclosure, for its person',
    about: 'For good: its key is destroyed, and nothing opens it any more.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ person: personId, disclosure: disclosureId }),
    answer: z
      .object({ disclosure: disclosureId, entry: entryId, ...runningOut })
      .openapi('ClosedDisclosure'),
    codes: [...codes, 'AVOW_STATE'],
    async handle({ avow, params, once }) {
      const closed = await avow.disclosures.close({ ...params, ...once });
      return { disclosure: closed.disclosure, entry: closed.entry, ...tellRunning(closed) };
    },
  }),
];
