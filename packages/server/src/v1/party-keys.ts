import { z } from '@hono/zod-openapi';
import type { PublicJwk } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { acting, actor } from './shapes/acting.ts';
import { entryId, partyId } from './shapes/ids.ts';
import { jwkIn, kid, partyKey, tellKey } from './shapes/party.ts';

const ofParty = z.object({ party: partyId });
const recorded = partyKey.extend({ entry: entryId }).openapi('RecordedPartyKey');

export const partyKeys = [
  endpoint({
    id: 'addPartyKey',
    method: 'post',
    path: '/v1/parties/{party}/keys',
    summary: 'Put a party’s public key on record',
    about: 'Whoever hands it in must have it from the party itself: what it opens is the party’s.',
    scope: 'evidence:write',
    write: true,
    params: ofParty,
    body: z.strictObject({ jwk: jwkIn, by: actor }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_EXISTS', 'AVOW_TOO_MANY', 'AVOW_NOT_FOUND'],
    async handle({ avow, params, body, once }) {
      // Its form and its point are the library's to judge, member by member.
      const jwk = body.jwk as unknown as PublicJwk;
      const kept = await avow.parties.addKey({ ...params, jwk, by: body.by, ...once });
      return { ...tellKey(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listPartyKeys',
    method: 'get',
    path: '/v1/parties/{party}/keys',
    summary: 'List a party’s keys',
    scope: 'evidence:read',
    params: ofParty,
    answer: z.object({ keys: z.array(partyKey) }),
    handle: async ({ avow, params }) => ({
      keys: (await avow.parties.keys(params.party)).map(tellKey),
    }),
  }),

  endpoint({
    id: 'revokePartyKey',
    method: 'delete',
    path: '/v1/parties/{party}/keys/{kid}',
    summary: 'Revoke a party’s key',
    about: 'For good: from the answer on it opens nothing, and no token that it got is taken.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ party: partyId, kid }),
    query: acting,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, query, once }) {
      const kept = await avow.parties.revokeKey({ ...params, ...query, ...once });
      return { ...tellKey(kept), entry: kept.entry };
    },
  }),
];
