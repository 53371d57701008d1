import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { acting } from './shapes/acting.ts';
import { given } from './shapes/given.ts';
import { entryId, partyId, personId } from './shapes/ids.ts';
import { tellViolation, violation, violationId } from './shapes/registers.ts';
import { timeIn } from './shapes/time.ts';

const ofViolation = z.object({ violation: violationId });
const { rule } = violation.shape;
const { what, measure } = violation.shape.measures.element.shape;

const recorded = violation.extend({ entry: entryId }).openapi('RecordedViolation');

type Recorded = Parameters<typeof tellViolation>[0] & { readonly entry: z.output<typeof entryId> };
const tell = (kept: Recorded) => ({ ...tellViolation(kept), entry: kept.entry });

/** What happens to a case, all of one form. */
const step = {
  method: 'post',
  scope: 'violations',
  write: true,
  params: ofViolation,
  answer: recorded,
  codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
} as const;

/** The register of 6.d, from which 3.d reads what was found. */
export const violations = [
  endpoint({
    id: 'recordViolation',
    method: 'post',
    path: '/v1/subjects/{person}/violations',
    summary: 'Record a violation',
    about:
      'Open until it is upheld or reversed. The reason is sealed. It is a record: what 3.d discloses takes a case at the desk as well, and no measure carries itself out.',
    scope: 'violations',
    write: true,
    params: z.object({ person: personId }),
    body: acting.extend({
      rule,
      happened: timeIn,
      thirdParty: partyId.optional(),
      reason: z.string().min(1).max(16_384),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, params, body: { thirdParty, ...body }, once }) {
      const more = given({ thirdParty });
      return tell(await avow.registers.violations.record({ ...params, ...body, ...more, ...once }));
    },
  }),

  endpoint({
    ...step,
    id: 'upholdViolation',
    path: '/v1/violations/{violation}/upholding',
    summary: 'Uphold a violation',
    body: acting,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.registers.violations.uphold({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'reverseViolation',
    path: '/v1/violations/{violation}/reversal',
    summary: 'Reverse a violation, its measures with it',
    body: acting,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.registers.violations.reverse({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'recordMeasure',
    path: '/v1/violations/{violation}/measures',
    summary: 'Record a measure because of an upheld violation',
    body: acting.extend({ what, until: timeIn.optional() }),
    codes: [...step.codes, 'AVOW_TOO_MANY'],
    async handle({ avow, params, body: { until, ...body }, once }) {
      const more = given({ until });
      return tell(await avow.registers.violations.take({ ...params, ...body, ...more, ...once }));
    },
  }),

  endpoint({
    ...step,
    id: 'liftMeasure',
    path: '/v1/violations/{violation}/measures/{measure}/lifting',
    summary: 'Lift a measure',
    params: ofViolation.extend({ measure }),
    body: acting,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.registers.violations.lift({ ...params, ...body, ...once })),
  }),

  endpoint({
    id: 'readViolation',
    method: 'post',
    path: '/v1/violations/{violation}/readings',
    summary: 'Read a violation with its reason',
    about:
      'For an operator of the desk whom the record names; to any other it is not there. Each reading stands in the person’s history, so it takes no Idempotency-Key.',
    scope: 'violations',
    params: ofViolation,
    body: z.strictObject({ by: personId }),
    answer: recorded.extend({ reason: z.string() }).openapi('ReadViolation'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    async handle({ avow, params, body }) {
      const read = await avow.registers.violations.read({ ...params, ...body });
      return { ...tell(read), reason: read.reason };
    },
  }),
];
