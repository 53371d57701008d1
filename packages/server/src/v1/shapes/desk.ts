import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import { type Case, caseTypes, grounds, refusalReasons, type Told } from 'avow';
import { caseId, orderId, partyId, personId } from './ids.ts';
import { time, written, writtenOrNull } from './time.ts';
import { categories, category, purpose } from './words.ts';

/** Who does something at the desk. Which operator that is, whoever holds the key has made sure of. */
export const by = personId.openapi({ description: 'The operator, by their id as a subject.' });

export const document = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({
    description: 'SHA-256 of the document. The document is not kept here.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  });

export const recipient = z.union([
  z.strictObject({ party: partyId }),
  z.strictObject({ user: personId }),
]);

/** The same as it is told. */
const toldTo = z.union([z.object({ party: partyId }), z.object({ user: personId })]).nullable();

export const caseType = z.enum(caseTypes);
export const caseState = z.enum(['open', 'refused', 'closed', 'expired']);
export const reason = z.enum(refusalReasons);

export const deskCase = z
  .object({
    case: caseId,
    type: caseType,
    state: caseState,
    person: personId.openapi({ description: 'Whose information it is about.' }),
    to: toldTo,
    purpose,
    categories: z.array(category),
    evidence: z.string().nullable().openapi({ description: 'The record that it rests on.' }),
    order: orderId.nullable(),
    openedBy: personId,
    opened: time,
    operator: personId.nullable(),
    due: time.nullable(),
    expires: time,
    delivered: time.nullable(),
    ended: z.object({ at: time, by: personId.nullable(), reason: reason.nullable() }).nullable(),
  })
  .openapi('Case');

export const tellCase = (one: Case<Words>) => ({
  case: one.case,
  type: one.type,
  state: one.state,
  person: one.person,
  to: one.to ?? null,
  purpose: one.purpose,
  categories: one.categories,
  evidence: one.evidence ?? null,
  order: one.order ?? null,
  openedBy: one.openedBy,
  opened: written(one.opened),
  operator: one.operator ?? null,
  due: writtenOrNull(one.due),
  expires: written(one.expires),
  delivered: writtenOrNull(one.delivered),
  ended: one.ended
    ? {
        at: written(one.ended.at),
        by: one.ended.by ?? null,
        reason: one.ended.reason ?? null,
      }
    : null,
});

export const told = z.object({
  case: caseId,
  ground: z.enum(grounds),
  to: toldTo,
  categories,
  disclosed: time,
  told: time,
});

export const tellTold = (one: Told<Words>) => ({
  case: one.case,
  ground: one.ground,
  to: one.to ?? null,
  categories: one.categories,
  disclosed: written(one.disclosed),
  told: written(one.told),
});
