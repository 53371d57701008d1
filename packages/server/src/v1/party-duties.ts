import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { partyId } from './shapes/ids.ts';
import { duty, tellDuty } from './shapes/party.ts';

const answer = z.object({ duties: z.array(duty) });

export const partyDuties = [
  endpoint({
    id: 'listDuties',
    method: 'get',
    path: '/v1/duties',
    summary: 'List what parties still owe',
    about: 'Duties to delete that no receipt confirms yet, of all parties.',
    scope: 'evidence:read',
    answer,
    handle: async ({ avow }) => ({ duties: (await avow.parties.duties()).map(tellDuty) }),
  }),

  endpoint({
    id: 'listPartyDuties',
    method: 'get',
    path: '/v1/parties/{party}/duties',
    summary: 'List what a party owes, and owed',
    scope: 'evidence:read',
    params: z.object({ party: partyId }),
    answer,
    handle: async ({ avow, params }) => ({
      duties: (await avow.parties.duties(params.party)).map(tellDuty),
    }),
  }),
];
