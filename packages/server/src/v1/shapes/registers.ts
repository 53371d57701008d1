import { z } from '@hono/zod-openapi';
import type { Dealing, MeasureTaken, RegisterEntry, Violation } from 'avow';
import { did } from './acting.ts';
import { orderId, partyId, personId } from './ids.ts';
import { time, written, writtenOrNull } from './time.ts';

/** A name of the platform's own, kept in clear: never a person's. */
export const ownName = (description: string, example: string) =>
  z.string().min(1).max(128).openapi({ description, example });

export const violationId = ownName('A violation on record.', 'v_12');
export const operator = ownName('An operator, by an id of yours. Never a name.', 'staff-12');

const said = {
  handle: ownName('The author, by a name of yours that says nothing of who it is.', 'heron-17'),
  rating: z.number().int().min(1).max(5),
  text: z.string().min(1).max(2_000).openapi({ description: 'Public text, kept in clear.' }),
  at: time,
};

export const evaluation = z.object(said).openapi('Evaluation');

const measure = {
  measure: ownName('A measure on record.', 'm_7'),
  what: ownName('What was done, by a word of yours.', 'listing-removed'),
  by: did,
  at: time,
  until: time.nullable(),
  lifted: time.nullable(),
};

export const violationEvidence = z
  .strictObject({
    document: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .openapi({ description: 'SHA-256 of the document. The document is not kept here.' }),
    verifiedBy: personId.openapi({
      description: 'The operator who looked at it and says that it is what it claims to be.',
    }),
  })
  .openapi('ViolationEvidence');

const found = {
  violation: violationId,
  rule: ownName('The rule that was broken, by a name of yours.', 'sell-only-what-is-yours'),
  happened: time,
  recorded: time,
  state: z.enum(['open', 'upheld', 'reversed']),
  thirdParty: partyId.nullable().openapi({ description: 'Named, and not told.' }),
  by: did,
  evidence: violationEvidence.nullable().openapi({ description: 'Null: nothing but the reason.' }),
  decided: z.object({ by: did, at: time }).nullable(),
  appeal: z
    .object({
      at: time,
      state: z.enum(['made', 'dismissed', 'granted']),
      decided: z.object({ by: personId, at: time }).nullable(),
    })
    .nullable(),
};

export const violation = z
  .object({ ...found, person: personId, handler: did, measures: z.array(z.object(measure)) })
  .openapi('Violation');

const orderState = z.enum(['open', 'disputed', 'closed']);

export const dealing = z.object({
  order: orderId,
  state: orderState,
  opened: time,
  performed: time.nullable(),
  asked: time.nullable(),
});

/** A row of a register, as a decision opens it. */
export const registerEntry = z
  .discriminatedUnion('register', [
    z.object({ register: z.literal('activity'), activity: z.string(), at: time }),
    dealing.extend({ register: z.literal('order') }),
    z.object({ register: z.literal('evaluation'), order: orderId, ...said }),
    z.object({ register: z.literal('violation'), ...found, reason: z.string() }),
    z.object({ register: z.literal('measure'), violation: violationId, ...measure }),
  ])
  .openapi('RegisterEntry');

export function tellDealing({ order, state, opened, performed, asked }: Dealing) {
  return {
    ...{ order, state },
    opened: written(opened),
    performed: writtenOrNull(performed),
    asked: writtenOrNull(asked),
  };
}

const tellMeasure = ({ measure, what, by, at, until, lifted }: MeasureTaken) => ({
  ...{ measure, what, by: by ?? null },
  at: written(at),
  until: writtenOrNull(until),
  lifted: writtenOrNull(lifted),
});

const tellFound = (one: Omit<Violation, 'person' | 'measures' | 'handler'>) => ({
  violation: one.violation,
  rule: one.rule,
  happened: written(one.happened),
  recorded: written(one.recorded),
  state: one.state,
  thirdParty: one.thirdParty ?? null,
  by: one.by ?? null,
  evidence: one.evidence ?? null,
  decided: one.decided ? { by: one.decided.by ?? null, at: written(one.decided.at) } : null,
  appeal: one.appeal ? tellAppeal(one.appeal) : null,
});

const tellAppeal = ({ at, state, decided }: NonNullable<Violation['appeal']>) => ({
  ...{ at: written(at), state },
  decided: decided ? { by: decided.by, at: written(decided.at) } : null,
});

export const tellViolation = (one: Violation) => ({
  ...tellFound(one),
  person: one.person,
  handler: one.handler ?? null,
  measures: one.measures.map(tellMeasure),
});

export function tellEntry(entry: RegisterEntry) {
  switch (entry.register) {
    case 'activity': {
      const { register, activity, at } = entry;
      return { register, activity, at: written(at) };
    }
    case 'order':
      return { register: entry.register, ...tellDealing(entry) };
    case 'evaluation': {
      const { register, order, handle, rating, text, at } = entry;
      return { register, order, handle, rating, text, at: written(at) };
    }
    case 'violation':
      return { register: entry.register, ...tellFound(entry), reason: entry.reason };
    case 'measure':
      return { register: entry.register, violation: entry.violation, ...tellMeasure(entry) };
    default:
      return entry satisfies never;
  }
}
