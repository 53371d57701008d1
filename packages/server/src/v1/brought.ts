import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { entryId, partyId, personId } from './shapes/ids.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { category } from './shapes/words.ts';

const one = z
  .object({
    party: partyId,
    category,
    value: z.string(),
    collected: time,
    expires: time.nullable(),
  })
  .openapi('Brought');

const removed = z.object({ party: partyId, category, at: time }).openapi('RemovedBrought');

const shown = decision(
  'OwnBrought',
  z.object({ brought: z.array(one), removed: z.array(removed) }),
);
const counted = decision('BroughtRemoved', z.object({ count: z.int() }));

const ofPerson = z.object({ person: personId });
const ofPartner = ofPerson.extend({ party: partyId, category });
const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED', 'AVOW_STATE'] as const;

/** What partners brought of a person: theirs to see, and to have removed for good. */
export const broughtByPartners = [
  endpoint({
    id: 'listBrought',
    method: 'get',
    path: '/v1/subjects/{person}/brought',
    summary: 'What partners brought of a person, for the person',
    about:
      'Each with the partner that it came from; and what of it they removed. `decided` is null where nothing was ever brought.',
    scope: 'acts',
    params: ofPerson,
    answer: z.object({ decided: shown.nullable() }),
    codes,
    async handle(call) {
      const decided = await call.avow.imports.of(call.params.person);
      if (decided === undefined) return { decided: null };
      return {
        decided: await tellDecision(decided, call, (value) => ({
          brought: value.brought.map(({ collected, expires, ...each }) => ({
            ...each,
            collected: written(collected),
            expires: writtenOrNull(expires),
          })),
          removed: value.removed.map(({ at, ...each }) => ({ ...each, at: written(at) })),
        })),
      };
    },
  }),

  endpoint({
    id: 'removeBrought',
    method: 'delete',
    path: '/v1/subjects/{person}/brought/{party}/{category}',
    summary: 'Remove what a partner brought in a category, at the person’s wish',
    about:
      'The partner’s next delivery does not bring it again, whatever it says, until they allow it. Needs no Idempotency-Key: what is gone is gone.',
    scope: 'acts',
    params: ofPartner,
    answer: counted,
    codes: [...codes, 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY'],
    handle: async (call) =>
      tellDecision(await call.avow.imports.remove(call.params), call, (value) => value),
  }),

  endpoint({
    id: 'allowBrought',
    method: 'post',
    path: '/v1/subjects/{person}/brought/{party}/{category}/allow',
    summary: 'Let a partner bring again what was removed, at the person’s wish',
    scope: 'acts',
    write: true,
    params: ofPartner,
    answer: z.object({ entry: entryId }),
    codes: [...codes, 'AVOW_UNKNOWN_WORD'],
    handle: async ({ avow, params, once }) => ({
      entry: (await avow.imports.allow({ ...params, ...once })).entry,
    }),
  }),
];
