import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { acting, actor } from './shapes/acting.ts';
import { engagement, service, tellEngagement, withWhom } from './shapes/engagement.ts';
import { given } from './shapes/given.ts';
import { engagementId, entryId, partyId } from './shapes/ids.ts';
import { party, partyViolation, tellParty, tellPartyViolation } from './shapes/party.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { timeIn } from './shapes/time.ts';
import { categories, country, purposes, recipientClass } from './shapes/words.ts';

const recorded = engagement.extend({ entry: entryId }).openapi('RecordedEngagement');
const ofParty = z.object({ party: partyId });
const standing = z
  .object({ party: partyId, state: z.enum(['active', 'suspended']), entry: entryId })
  .openapi('PartyStanding');

/** How many parties a page has, unless it is said. */
const PAGE = 20;

export const parties = [
  endpoint({
    id: 'listParties',
    method: 'get',
    path: '/v1/parties',
    summary: 'List the parties',
    about:
      'Everybody who was ever engaged or given a key, in the order of their ids, each with its engagements, keys and duties.',
    scope: 'evidence:read',
    query: z.strictObject({
      after: partyId.optional(),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(100)
        .optional()
        .openapi({
          description: `Parties at most; ${PAGE} if absent.`,
          type: 'integer',
        }),
    }),
    answer: z.object({
      parties: z.array(party),
      next: partyId.nullable().openapi({ description: '`after` of the next page.' }),
    }),
    async handle({ avow, query: { after, limit = PAGE } }) {
      const found = await avow.parties.everyone({ ...given({ after }), limit });
      const next = found.length < limit ? undefined : found.at(-1)?.party;
      return { parties: found.map(tellParty), next: next ?? null };
    },
  }),

  endpoint({
    id: 'getParty',
    method: 'get',
    path: '/v1/parties/{party}',
    summary: 'Look up a party',
    scope: 'evidence:read',
    params: ofParty,
    answer: party,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.parties.get(params.party);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tellParty(found);
    },
  }),

  endpoint({
    id: 'engageParty',
    method: 'post',
    path: '/v1/parties/{party}/engagements',
    summary: 'Engage a party',
    about:
      'What a party is to the platform, for what, with which categories, from when until when. A party without an engagement is unrelated.',
    scope: 'evidence:write',
    write: true,
    params: ofParty,
    body: z.strictObject({
      as: recipientClass,
      purposes,
      categories,
      country,
      service: service.optional(),
      means: z
        .string()
        .min(1)
        .max(2_000)
        .optional()
        .openapi({ description: 'By what lawful means it came by data that it brings (1.c).' }),
      jointly: z.array(withWhom).min(1).max(100).optional().openapi({
        description:
          'Together with whom it serves: the platform, parties engaged as affiliates. Absent: alone.',
      }),
      from: timeIn.optional(),
      until: timeIn.optional(),
      by: actor,
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY', 'AVOW_NOT_FOUND'],
    async handle({ avow, params, body: { service, means, jointly, from, until, ...what }, once }) {
      const kept = await avow.parties.engage({
        ...params,
        ...what,
        ...given({ service, means, jointly, from, until }),
        ...once,
      });
      return { ...tellEngagement(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listEngagements',
    method: 'get',
    path: '/v1/parties/{party}/engagements',
    summary: 'List a party’s engagements',
    scope: 'evidence:read',
    params: ofParty,
    answer: z.object({ engagements: z.array(engagement) }),
    handle: async ({ avow, params }) => ({
      engagements: (await avow.parties.list(params.party)).map(tellEngagement),
    }),
  }),

  endpoint({
    id: 'endEngagement',
    method: 'delete',
    path: '/v1/parties/{party}/engagements/{engagement}',
    summary: 'End an engagement',
    about: 'From the answer on, nothing commits under it, and the party owes deletion.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ party: partyId, engagement: engagementId }),
    query: acting,
    answer: recorded.extend(runningOut).openapi('EndedEngagement'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, query, once }) {
      const kept = await avow.parties.end({ ...params, ...query, ...once });
      return { ...tellEngagement(kept), entry: kept.entry, ...tellRunning(kept) };
    },
  }),

  endpoint({
    id: 'suspendParty',
    method: 'put',
    path: '/v1/parties/{party}/suspension',
    summary: 'Suspend a party',
    about:
      'From the answer on nothing is handed to it, opened for it or answered to it, on any server, whatever its engagements say.',
    scope: 'evidence:write',
    write: true,
    params: ofParty,
    query: acting,
    answer: standing.extend(runningOut).openapi('SuspendedParty'),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query, once }) {
      const kept = await avow.parties.suspend({ ...params, ...query, ...once });
      const { party, state, entry } = kept;
      return { party, state, entry, ...tellRunning(kept) };
    },
  }),

  endpoint({
    id: 'reinstateParty',
    method: 'delete',
    path: '/v1/parties/{party}/suspension',
    summary: 'Reinstate a party',
    scope: 'evidence:write',
    write: true,
    params: ofParty,
    query: acting,
    answer: standing,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query, once }) {
      const what = { ...params, ...query, ...once };
      const { party, state, entry } = await avow.parties.reinstate(what);
      return { party, state, entry };
    },
  }),

  endpoint({
    id: 'notifyPartyAt',
    method: 'put',
    path: '/v1/parties/{party}/notify',
    summary: 'Say where a party is told',
    about:
      'It is sent a POST of `{"see":"duties"}` when it owes deletion, once a stage, and nothing else; what it answers is not read.',
    scope: 'evidence:write',
    write: true,
    params: ofParty,
    body: z.strictObject({
      notify: z
        .string()
        .min(1)
        .max(500)
        .nullable()
        .openapi({ description: '`https`, or `http` on this machine; `null`: nowhere.' }),
      by: actor,
    }),
    answer: z.object({ party: partyId, notify: z.string().nullable(), entry: entryId }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, body, once }) {
      const { by, notify } = body;
      const what = { ...params, by, notify: notify ?? undefined };
      const kept = await avow.parties.notifyAt({ ...what, ...once });
      return { party: kept.party, notify: kept.notify ?? null, entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listPartyViolations',
    method: 'get',
    path: '/v1/parties/{party}/violations',
    summary: 'List what is on record against a party',
    about:
      'Once for each kind and matter, newest first. `wrongKey`: somebody came in its name with what is not its own, or not any more.',
    scope: 'violations',
    params: ofParty,
    answer: z.object({ violations: z.array(partyViolation) }),
    handle: async ({ avow, params }) => ({
      violations: (await avow.parties.violations(params.party)).map(tellPartyViolation),
    }),
  }),
];
