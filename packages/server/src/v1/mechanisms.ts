import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import { type Mechanism, mechanismKinds } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { acting, actor } from './shapes/acting.ts';
import { given } from './shapes/given.ts';
import { entryId, mechanismId, partyId } from './shapes/ids.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories, country, purposes } from './shapes/words.ts';

const kind = z.enum(mechanismKinds).openapi({
  description:
    'What makes it lawful. `consent` counts only for whoever gave it, as a consent to the act `transfer`.',
});
const document = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256 of the document that says so.' });

const mechanism = z
  .object({
    mechanism: mechanismId,
    kind,
    origin: country,
    destination: country,
    party: partyId.nullable(),
    purposes,
    categories,
    document,
    from: time,
    until: time.nullable(),
    ended: time.nullable(),
  })
  .openapi('Mechanism');

const recorded = mechanism.extend({ entry: entryId }).openapi('RecordedMechanism');

const tell = (kept: Mechanism<Words>) => ({
  ...kept,
  party: kept.party ?? null,
  from: written(kept.from),
  until: writtenOrNull(kept.until),
  ended: writtenOrNull(kept.ended),
});

export const mechanisms = [
  endpoint({
    id: 'registerMechanism',
    method: 'post',
    path: '/v1/mechanisms',
    summary: 'Register a mechanism of transfers',
    about:
      'What makes it lawful that information leaves one country for another: which purposes and categories, perhaps to one party alone. It permits nothing by itself.',
    scope: 'evidence:write',
    write: true,
    body: z.strictObject({
      kind,
      origin: country,
      destination: country,
      party: partyId.optional(),
      purposes,
      categories,
      document,
      from: timeIn.optional(),
      until: timeIn.optional(),
      by: actor,
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY', 'AVOW_NOT_FOUND'],
    async handle({ avow, body: { party, from, until, ...what }, once }) {
      const terms = { ...what, ...given({ party, from, until }) };
      const { entry, ...kept } = await avow.mechanisms.register({ ...terms, ...once });
      return { ...tell(kept), entry };
    },
  }),

  endpoint({
    id: 'listMechanisms',
    method: 'get',
    path: '/v1/mechanisms',
    summary: 'List mechanisms of transfers, ended ones too',
    scope: 'evidence:read',
    answer: z.object({ mechanisms: z.array(mechanism) }),
    handle: async ({ avow }) => ({ mechanisms: (await avow.mechanisms.list()).map(tell) }),
  }),

  endpoint({
    id: 'endMechanism',
    method: 'delete',
    path: '/v1/mechanisms/{mechanism}',
    summary: 'End a mechanism',
    about: 'From the answer on, nothing is transferred on it, on any server.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ mechanism: mechanismId }),
    query: acting,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, query, once }) {
      const ending = { ...params, ...query, ...once };
      const { entry, ...kept } = await avow.mechanisms.end(ending);
      return { ...tell(kept), entry };
    },
  }),
];
