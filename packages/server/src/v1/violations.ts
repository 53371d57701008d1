import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { acting } from './shapes/acting.ts';
import { given } from './shapes/given.ts';
import { entryId, partyId, personId } from './shapes/ids.ts';
import { tellViolation, violation, violationEvidence, violationId } from './shapes/registers.ts';
import { stepOf, withEntry } from './shapes/step.ts';
import { timeIn } from './shapes/time.ts';

const byOperator = z.strictObject({ by: personId });
const ofViolation = z.object({ violation: violationId });
const { rule } = violation.shape;
const { what, measure } = violation.shape.measures.element.shape;

const recorded = violation.extend({ entry: entryId }).openapi('RecordedViolation');

const tell = withEntry(tellViolation);

const step = stepOf('violations', ofViolation, recorded);

/** The register of 6.d, from which 3.d reads what was found. */
export const violations = [
  endpoint({
    id: 'listViolations',
    method: 'get',
    path: '/v1/violations',
    summary: 'List violations',
    about:
      'In the order of their ids, without their reasons. Those that are open, unless asked otherwise.',
    scope: 'violations',
    query: z.object({
      state: violation.shape.state.optional(),
      after: violationId.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answer: z.object({ violations: z.array(violation) }),
    handle: async ({ avow, query }) => ({
      violations: (await avow.registers.violations.list(given(query))).map(tellViolation),
    }),
  }),

  endpoint({
    id: 'getViolation',
    method: 'get',
    path: '/v1/violations/{violation}',
    summary: 'How a violation stands',
    about: 'Without its reason.',
    scope: 'violations',
    params: ofViolation,
    answer: violation,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.registers.violations.get(params.violation);
      if (found === undefined) throw new HttpFault('AVOW_NOT_FOUND');
      return tellViolation(found);
    },
  }),

  endpoint({
    id: 'violationsOfSubject',
    method: 'get',
    path: '/v1/subjects/{person}/violations',
    summary: 'The violations on record about somebody',
    about:
      'The newest first, without their reasons: what the one concerned is told of how each stands.',
    scope: 'violations',
    params: z.object({ person: personId }),
    answer: z.object({ violations: z.array(violation) }),
    handle: async ({ avow, params }) => ({
      violations: (await avow.registers.violations.against(params.person)).map(tellViolation),
    }),
  }),

  endpoint({
    ...step,
    id: 'handleViolation',
    path: '/v1/violations/{violation}/handling',
    summary: 'Take a violation in hand',
    about: 'The operator may read it from then on.',
    body: byOperator,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.registers.violations.handle({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'appealViolation',
    path: '/v1/violations/{violation}/appeals',
    summary: 'Appeal against an upheld violation',
    about: 'By the person, once. What they say is sealed.',
    body: z.strictObject({ person: personId, text: z.string().min(1).max(16_384) }),
    status: 201,
    codes: [...step.codes, 'AVOW_EXISTS'],
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.registers.violations.appeal({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'dismissViolationAppeal',
    path: '/v1/violations/{violation}/dismissal',
    summary: 'Dismiss an appeal',
    about:
      'By an operator who neither recorded the violation nor decided on it. A reversal grants the appeal, and takes such an operator too.',
    body: byOperator,
    handle: async ({ avow, params, body, once }) =>
      tell(await avow.registers.violations.dismiss({ ...params, ...body, ...once })),
  }),

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
      evidence: violationEvidence.optional(),
      reason: z.string().min(1).max(16_384),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, params, body: { thirdParty, evidence, ...body }, once }) {
      const more = given({ thirdParty, evidence });
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
    body: byOperator,
    answer: recorded
      .extend({ reason: z.string(), appealed: z.string().nullable() })
      .openapi('ReadViolation'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    async handle({ avow, params, body }) {
      const read = await avow.registers.violations.read({ ...params, ...body });
      return { ...tell(read), reason: read.reason, appealed: read.appealed ?? null };
    },
  }),
];
