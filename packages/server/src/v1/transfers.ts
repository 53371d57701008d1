import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { mechanismId, partyId, personId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';
import { categories, category, purpose } from './shapes/words.ts';

const letter = z.string().min(1).max(131_072).openapi({
  description:
    'A JWS that a deployment signed for another. It proves whom it is from, holds no value, and names nobody to anyone else.',
});
const jwk = z.object({
  kty: z.enum(['EC', 'OKP']),
  crv: z.enum(['P-256', 'X25519', 'Ed25519']),
  x: z.string(),
  y: z.string().optional(),
  use: z.enum(['enc', 'sig']),
  kid: z.string().optional(),
});
const region = z.string().min(1).max(128).openapi({
  description: 'A region of the policy, by its name there.',
  example: 'eu',
});
const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD', 'AVOW_STATE'] as const;

export const transfers = [
  endpoint({
    id: 'getRegionKeys',
    method: 'get',
    path: '/v1/transfers/keys',
    summary: 'What this deployment is to those of other regions',
    about: 'The party to engage there, and its public keys, to be added there.',
    scope: 'evidence:read',
    answer: z.object({ party: partyId, enc: jwk, sig: jwk }),
    handle: async ({ avow }) => avow.transfers.keys(),
  }),

  endpoint({
    id: 'sendToRegion',
    method: 'post',
    path: '/v1/transfers',
    summary: 'Send what is held of a person to another region',
    about:
      'A decision of its own on the act `transfer`, which names its mechanism. What is answered goes to `/v1/transfers/arrivals` of the other deployment; nothing in it can be read without leave from here.',
    scope: 'acts',
    write: true,
    body: z.strictObject({
      person: personId,
      purpose,
      categories,
      to: region,
      mechanism: mechanismId.optional(),
    }),
    answer: decision(
      'Transfer',
      z.object({ disclosure: z.string(), jwe: z.string().nullable(), letter }),
    ),
    codes,
    async handle(call) {
      const { mechanism, ...what } = call.body;
      const sending = { ...what, ...given({ mechanism }), ...call.once };
      const decided = await call.avow.transfers.send(sending);
      return tellDecision(decided, call, ({ jwe = null, ...sent }) => ({ ...sent, jwe }));
    },
  }),

  endpoint({
    id: 'receiveFromRegion',
    method: 'post',
    path: '/v1/transfers/arrivals',
    summary: 'Keep what another region sent',
    about:
      'Opens it by that region’s leave and keeps it here, if the policy permits, for as long as that region says that the transfer stands. Again with the same disclosure comes to the same.',
    scope: 'acts',
    limit: 16_777_216,
    body: z.strictObject({ letter, jwe: z.string().min(1) }),
    answer: decision(
      'Arrival',
      z.object({
        person: personId,
        disclosure: z.string(),
        categories: z.array(category),
        until: time.openapi({ description: 'When it goes if nobody hears of the other region.' }),
      }),
    ),
    codes: [...codes, 'AVOW_REGION_UNREACHED'],
    async handle(call) {
      const { iss } = issuerOf(call.body.letter);
      const neighbour = call.neighbours(iss);
      // Whoever has not been told of a region takes nothing from it, however often it is asked.
      if (neighbour === undefined) throw new HttpFault('AVOW_STATE');
      const decided = await call.avow.transfers.receive({ ...call.body, neighbour });
      return tellDecision(decided, call, ({ until, ...kept }) => ({
        ...kept,
        until: written(until),
      }));
    },
  }),

  endpoint({
    id: 'renewArrivals',
    method: 'post',
    path: '/v1/transfers/renewals',
    summary: 'Ask other regions now what stands of what they sent',
    about: 'Happens by itself every hour. What does not stand is removed here.',
    scope: 'acts',
    answer: z.object({
      standing: z.number().int(),
      ended: z.number().int(),
      unasked: z.number().int(),
    }),
    handle: async ({ avow, neighbours }) => avow.transfers.renew(neighbours),
  }),

  endpoint({
    id: 'openForRegion',
    method: 'post',
    path: '/v1/transfers/openings',
    summary: 'Answer another region that asks to open',
    about:
      'For deployments of the platform: the letter is the proof. A refusal is answered with `null` and is on record here.',
    scope: 'public',
    body: z.strictObject({ letter }),
    answer: z.object({ key: z.string().nullable() }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, body }) {
      const decided = await avow.transfers.open(body.letter);
      return { key: decided.permitted ? (decided.value.key ?? null) : null };
    },
  }),

  endpoint({
    id: 'standingForRegion',
    method: 'post',
    path: '/v1/transfers/standing',
    summary: 'Answer another region that asks what stands',
    about: 'For deployments of the platform: the letter is the proof.',
    scope: 'public',
    body: z.strictObject({ letter }),
    answer: z.object({ standing: z.array(z.string()) }),
    handle: async ({ avow, body }) => ({ standing: await avow.transfers.standing(body.letter) }),
  }),
];

/** The region that a letter says it is from: whom to ask. That it is so, the library makes sure of. */
function issuerOf(text: string): { readonly iss: string } {
  try {
    const said: unknown = JSON.parse(
      Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const { iss } = said as { readonly iss?: unknown };
    return { iss: typeof iss === 'string' ? iss : '' };
  } catch {
    return { iss: '' };
  }
}
