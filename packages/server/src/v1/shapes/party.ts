import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { DeletionStage, KeyOnRecord, Party, PartyDuty, PartyViolation } from 'avow';
import { engagement, tellEngagement } from './engagement.ts';
import { dutyId, engagementId, partyId } from './ids.ts';
import { time, written, writtenOrNull } from './time.ts';
import { categories } from './words.ts';

const coordinate = z.string().openapi({ description: '32 bytes, base64url.' });

/** A public key as it comes in: what is wrong with it the library says. */
export const jwkIn = z
  .record(z.string().max(40), z.union([z.string().max(200), z.array(z.string().max(40)).max(10)]))
  .openapi({
    description:
      'A public JWK (RFC 7517) with `use`: `enc` (P-256 or X25519), for which openings are made, or `sig` (P-256 or Ed25519), by which the party signs. Private members are refused.',
    example: {
      kty: 'OKP',
      crv: 'X25519',
      x: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo',
      use: 'enc',
    },
  });

export const kid = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .openapi({ description: 'The thumbprint of the key (RFC 7638).' });

const use = z.enum(['enc', 'sig']);
export const partyKey = z
  .object({
    kid,
    use,
    jwk: z.object({
      kty: z.enum(['EC', 'OKP']),
      crv: z.enum(['P-256', 'X25519', 'Ed25519']),
      x: coordinate,
      y: coordinate.optional(),
      use,
      kid,
    }),
    added: time,
    revoked: time.nullable(),
  })
  .openapi('PartyKey');

export const tellKey = ({ kid, use, jwk, added, revoked }: KeyOnRecord) => ({
  ...{ kid, use },
  jwk: { ...jwk, kid },
  added: written(added),
  revoked: writtenOrNull(revoked),
});

const stage = z.enum(['due', 'reminded', 'overdue']);

/** A duty to delete, as the platform and the party itself meet it. */
export const duty = z
  .object({
    duty: dutyId,
    party: partyId,
    engagement: engagementId,
    categories: categories.openapi({ description: 'What the party may not have any more.' }),
    state: z.enum(['due', 'reminded', 'overdue', 'confirmed', 'refused']),
    ended: time.openapi({ description: 'When the engagement ended.' }),
    due: time.openapi({ description: 'Until when the receipt is to be here.' }),
    reminded: time.nullable().openapi({ description: 'When the party was last told of it.' }),
    hints: z.array(
      z.object({
        stage,
        at: time,
        came: z.enum(['sending', 'taken', 'refused', 'failed']),
      }),
    ),
    receipt: z
      .object({
        jws: z.string(),
        digest: z.string().openapi({ description: 'SHA-256 of `jws`, base64url.' }),
        kid,
        deleted: categories,
        deletedAt: time,
        at: time,
      })
      .nullable(),
  })
  .openapi('PartyDuty');

export const tellDuty = (one: PartyDuty<Words>) => ({
  duty: one.duty,
  party: one.party,
  engagement: one.engagement,
  categories: one.categories,
  state: one.state,
  ended: written(one.ended),
  due: written(one.deadline),
  reminded: writtenOrNull(one.hints.map(({ at }) => at).sort((a, b) => b - a)[0]),
  hints: one.hints.map(({ stage, at, came }) => ({
    stage: stage satisfies DeletionStage,
    at: written(at),
    came,
  })),
  receipt: one.receipt
    ? {
        ...one.receipt,
        deletedAt: written(one.receipt.deletedAt),
        at: written(one.receipt.at),
      }
    : null,
});

const violationKind = z.enum([
  'openedAfterEnd',
  'foreignDisclosure',
  'wrongKey',
  'refusedDeletion',
]);

export const partyViolation = z
  .object({
    kind: violationKind,
    matter: z
      .string()
      .nullable()
      .openapi({ description: 'The disclosure or the duty that it was about.' }),
    at: time.openapi({ description: 'When it first happened.' }),
  })
  .openapi('PartyViolation');

export const tellPartyViolation = ({ kind, matter, at }: PartyViolation) => ({
  kind,
  matter: matter ?? null,
  at: written(at),
});

export const party = z
  .object({
    party: partyId,
    state: z.enum(['active', 'suspended']),
    notify: z.string().nullable(),
    engagements: z.array(engagement),
    keys: z.array(partyKey),
    duties: z.array(duty),
    violations: z
      .record(violationKind, z.number().int())
      .openapi({ description: 'How many of each kind.' }),
  })
  .openapi('Party');

export const tellParty = (one: Party<Words>) => ({
  party: one.party,
  state: one.state,
  notify: one.notify ?? null,
  engagements: one.engagements.map(tellEngagement),
  keys: one.keys.map(tellKey),
  duties: one.duties.map(tellDuty),
  violations: one.violations,
});
