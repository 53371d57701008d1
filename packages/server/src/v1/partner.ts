import { isFault } from '@avow/vault';
import { z } from '@hono/zod-openapi';
import type { PartyId } from 'avow';
import { type Circumstances, endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision } from './shapes/decision.ts';
import { handed, tellHanded } from './shapes/disclosure.ts';
import { given } from './shapes/given.ts';
import { disclosureId, dutyId } from './shapes/ids.ts';
import { tellPartnerDecision } from './shapes/partner-decision.ts';
import { duty, tellDuty } from './shapes/party.ts';
import { time, written } from './shapes/time.ts';
import { categories, category } from './shapes/words.ts';

const ofDisclosure = z.object({ disclosure: disclosureId });
const ofDuty = z.object({ duty: dutyId });

/** How many disclosures a page has, unless it is said. */
const PAGE = 100;

/** What a party does by its own token. None of it tells of people, orders, violations or others. */
export const partner = [
  endpoint({
    id: 'listHanded',
    method: 'get',
    path: '/v1/partner/disclosures',
    summary: 'List what this party was handed',
    about: 'What is not closed, in the order of ids. It names no person.',
    scope: 'partner',
    query: z.strictObject({
      after: disclosureId.optional(),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(1_000)
        .optional()
        .openapi({
          description: `Disclosures at most; ${PAGE} if absent.`,
          type: 'integer',
        }),
    }),
    answer: z.object({
      disclosures: z.array(handed),
      next: disclosureId.nullable().openapi({ description: '`after` of the next page.' }),
    }),
    async handle(call) {
      const { after, limit = PAGE } = call.query;
      const found = await call.avow.disclosures.to(partyOf(call), { ...given({ after }), limit });
      const next = found.length < limit ? undefined : found.at(-1)?.disclosure;
      return { disclosures: found.map(tellHanded), next: next ?? null };
    },
  }),

  endpoint({
    id: 'open',
    method: 'post',
    path: '/v1/partner/disclosures/{disclosure}/opening',
    summary: 'Open what was handed over, for a minute at most',
    about:
      'Decided anew each time and on record each time, so it takes no Idempotency-Key. An attempt after the end is refused, and a violation.',
    scope: 'partner',
    params: ofDisclosure,
    answer: decision(
      'Opening',
      z.object({
        disclosure: disclosureId,
        key: z.string().nullable().openapi({
          description:
            'The content key for this party alone: a JWE (`ECDH-ES+A256KW`, `A256GCM`; `kid` is the party’s key). `null` if nothing is sealed, or something in it is read through us by now.',
        }),
        online: z.array(category),
        expires: time.openapi({ description: 'From then on the key must not be used.' }),
      }),
    ),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_UNSETTLED'],
    async handle(call) {
      const party = partyOf(call);
      const decided = await asParty(call.avow.disclosures.open({ ...call.params, party }));
      return tellPartnerDecision(decided, call, ({ disclosure, key, online, expires }) => ({
        ...{ disclosure, online },
        key: key ?? null,
        expires: written(expires),
      }));
    },
  }),

  endpoint({
    id: 'read',
    method: 'post',
    path: '/v1/partner/disclosures/{disclosure}/reading',
    summary: 'Read what is read through us',
    about:
      'Categories that the policy marks `online`, as they are now; all of them, if none is named.',
    scope: 'partner',
    params: ofDisclosure,
    body: z.strictObject({ categories: categories.optional() }),
    answer: decision('Reading', z.object({ values: z.record(z.string(), z.string()) })),
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { categories } = call.body;
      const asked = { ...call.params, party: partyOf(call), ...given({ categories }) };
      const decided = await asParty(call.avow.disclosures.read(asked));
      return tellPartnerDecision(decided, call, ({ values }) => ({
        values: given(values) as Record<string, string>,
      }));
    },
  }),

  endpoint({
    id: 'listOwnDuties',
    method: 'get',
    path: '/v1/partner/duties',
    summary: 'List what this party owes, and owed',
    scope: 'partner',
    answer: z.object({ duties: z.array(duty) }),
    handle: async (call) => ({
      duties: (await call.avow.parties.duties(partyOf(call))).map(tellDuty),
    }),
  }),

  endpoint({
    id: 'confirmDeletion',
    method: 'post',
    path: '/v1/partner/duties/{duty}/receipt',
    summary: 'Confirm that it was deleted',
    about:
      'A JWS in compact serialisation by a key of the party that is on record, `kid` in its header. Its content is JSON with four members and no other: `iss` (the party), `duty`, `deleted` (all categories that the duty names) and `iat` (when it was deleted, in seconds).',
    scope: 'partner',
    write: true,
    params: ofDuty,
    body: z.strictObject({ receipt: z.string().min(1).max(8_192) }),
    answer: duty,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle(call) {
      const asked = { ...call.params, ...call.body, party: partyOf(call), ...call.once };
      return tellDuty(await call.avow.parties.confirmDeletion(asked));
    },
  }),

  endpoint({
    id: 'refuseDeletion',
    method: 'post',
    path: '/v1/partner/duties/{duty}/refusal',
    summary: 'Say that it will not be deleted',
    about: 'It is a violation, and on record as one. A receipt is taken afterwards all the same.',
    scope: 'partner',
    write: true,
    params: ofDuty,
    answer: duty,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle(call) {
      const asked = { ...call.params, party: partyOf(call), ...call.once };
      return tellDuty(await call.avow.parties.refuseDeletion(asked));
    },
  }),
];

function partyOf({ party }: Circumstances): PartyId {
  if (party === undefined) throw new TypeError('a party’s route was asked by nobody');
  return party;
}

/** That somebody was erased is theirs; to a party what it had of them is gone, and that is all. */
async function asParty<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (problem) {
    if (isFault(problem, 'AVOW_ERASED')) throw new HttpFault('AVOW_NOT_FOUND');
    throw problem;
  }
}
