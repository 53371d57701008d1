import { z } from '@hono/zod-openapi';
import type { HarvestCase, HarvestReport } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { given } from './shapes/given.ts';
import { entryId, harvestId, partyId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';

const reader = z.union([z.strictObject({ user: personId }), z.strictObject({ party: partyId })]);

const states = ['open', 'upheld', 'terminated', 'reversed'] as const;
const decidedBy = z.object({ by: personId, at: time });

const found = z
  .object({
    harvest: harvestId,
    against: reader,
    pattern: z.enum(['people', 'order', 'decoy', 'reported']).openapi({
      description:
        'More different people than the policy allows, one after another in order, or a decoy; `reported`: an operator suspended them.',
    }),
    count: z.number().int().openapi({ description: 'How many; very many are estimated.' }),
    most: z.number().int().openapi({ description: 'The limit of the policy.' }),
    within: z.number().int().nullable().openapi({ description: 'In how many milliseconds.' }),
    found: time,
    state: z.enum(states),
    suspendedBy: personId.nullable(),
    earlier: z.array(personId).openapi({ description: 'Who decided before `decided`.' }),
    terminated: time.nullable(),
    decided: decidedBy.nullable(),
    appeal: z
      .object({
        ...{ at: time, due: time.nullable() },
        state: z.enum(['made', 'dismissed', 'granted']),
        decided: decidedBy.nullable(),
      })
      .nullable(),
  })
  .openapi('HarvestCase');

const recorded = found.extend({ entry: entryId }).openapi('RecordedHarvestCase');

const tell = (kept: HarvestCase) => ({
  ...kept,
  within: kept.within ?? null,
  found: written(kept.found),
  suspendedBy: kept.suspendedBy ?? null,
  earlier: [...kept.earlier],
  terminated: writtenOrNull(kept.terminated),
  decided: tellDecided(kept.decided),
  appeal: kept.appeal
    ? {
        ...{ at: written(kept.appeal.at), due: writtenOrNull(kept.appeal.due) },
        ...{ state: kept.appeal.state, decided: tellDecided(kept.appeal.decided) },
      }
    : null,
});

const tellDecided = (decided: HarvestCase['decided']) =>
  decided ? { by: decided.by, at: written(decided.at) } : null;

const report = z
  .object({
    ...{ report: z.string(), who: reader, by: personId, at: time },
    seen: decidedBy.nullable(),
  })
  .openapi('HarvestReport');

const tellReport = (kept: HarvestReport) => ({
  ...{ report: kept.report, who: kept.who, by: kept.by, at: written(kept.at) },
  seen: tellDecided(kept.seen),
});

const ofCase = z.object({ harvest: harvestId });
const byOperator = z.strictObject({ by: personId });
const codes = ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'] as const;
const ofPerson = z.object({ person: personId });

/** The cases of 2.b, and the decoys. */
export const harvesting = [
  endpoint({
    id: 'listHarvests',
    method: 'get',
    path: '/v1/harvests',
    summary: 'List cases against who harvests',
    about:
      'Whoever passes a limit of the policy is suspended by itself, and their case stands here. It tells counts, and of nobody who was read.',
    scope: 'harvesting',
    query: z.object({
      state: z.enum(states).optional(),
      after: harvestId.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answer: z.object({ harvests: z.array(found) }),
    handle: async ({ avow, query }) => ({
      harvests: (await avow.harvesting.list(given(query))).map(tell),
    }),
  }),

  endpoint({
    id: 'harvestsOfUser',
    method: 'get',
    path: '/v1/subjects/{person}/harvests',
    summary: 'The cases against a user',
    about: 'The newest first: what the one concerned is told.',
    scope: 'harvesting',
    params: ofPerson,
    answer: z.object({ harvests: z.array(found) }),
    handle: async ({ avow, params }) => ({
      harvests: (await avow.harvesting.against({ user: params.person })).map(tell),
    }),
  }),

  endpoint({
    id: 'reportHarvester',
    method: 'post',
    path: '/v1/subjects/{person}/harvest-reports',
    summary: 'Report somebody who seems to harvest, as a user',
    about: 'The text is sealed under the key of whoever reports. Ten of theirs may wait.',
    scope: 'harvesting',
    write: true,
    params: ofPerson,
    body: z.strictObject({ who: reader, text: z.string().min(1).max(16_384) }),
    status: 201,
    answer: report.extend({ entry: entryId }).openapi('RecordedHarvestReport'),
    codes: [...codes, 'AVOW_INPUT', 'AVOW_TOO_MANY'],
    async handle({ avow, params, body, once }) {
      const made = await avow.harvesting.report({ by: params.person, ...body, ...once });
      return { ...tellReport(made), entry: made.entry };
    },
  }),

  endpoint({
    id: 'listHarvestReports',
    method: 'get',
    path: '/v1/harvest-reports',
    summary: 'List reports that nobody has read',
    scope: 'harvesting',
    answer: z.object({ reports: z.array(report) }),
    handle: async ({ avow }) => ({
      reports: (await avow.harvesting.reports()).map(tellReport),
    }),
  }),

  endpoint({
    id: 'readHarvestReport',
    method: 'post',
    path: '/v1/harvest-reports/{report}/readings',
    summary: 'Read what a user reported',
    about: 'Each reading stands in their history, so it takes no Idempotency-Key.',
    scope: 'harvesting',
    params: z.object({ report: z.string().min(1).max(128) }),
    body: byOperator,
    answer: report.extend({ text: z.string(), entry: entryId }).openapi('ReadHarvestReport'),
    codes,
    async handle({ avow, params, body }) {
      const read = await avow.harvesting.readReport({ ...params, ...body });
      return { ...tellReport(read), text: read.text, entry: read.entry };
    },
  }),

  endpoint({
    id: 'suspendHarvester',
    method: 'post',
    path: '/v1/harvests',
    summary: 'Suspend somebody by an operator’s decision',
    about: 'On what was reported. It opens the case in which they are heard.',
    scope: 'harvesting',
    write: true,
    body: z.strictObject({ who: reader, by: personId }),
    status: 201,
    answer: recorded,
    codes,
    async handle({ avow, body, once }) {
      const opened = await avow.harvesting.suspend({ ...body, ...once });
      return { ...tell(opened), entry: opened.entry };
    },
  }),

  endpoint({
    id: 'upholdHarvest',
    method: 'post',
    path: '/v1/harvests/{harvest}/upholding',
    summary: 'Say that a suspension stands',
    about:
      'An appeal that waits is dismissed with it, by another operator than the one who decided before.',
    scope: 'harvesting',
    write: true,
    params: ofCase,
    body: byOperator,
    answer: recorded,
    codes,
    async handle({ avow, params, body, once }) {
      const upheld = await avow.harvesting.uphold({ ...params, ...body, ...once });
      return { ...tell(upheld), entry: upheld.entry };
    },
  }),

  endpoint({
    id: 'terminateHarvester',
    method: 'post',
    path: '/v1/harvests/{harvest}/termination',
    summary: 'End the agreement with who harvested',
    about:
      'With a user the agreement; with a party every engagement, and its keys are revoked. They stay suspended.',
    scope: 'harvesting',
    write: true,
    params: ofCase,
    body: byOperator,
    answer: recorded.extend(runningOut).openapi('TerminatedHarvester'),
    codes,
    async handle({ avow, params, body, once }) {
      const ended = await avow.harvesting.terminate({ ...params, ...body, ...once });
      return { ...tell(ended), ...tellRunning(ended), entry: ended.entry };
    },
  }),

  endpoint({
    id: 'reverseHarvest',
    method: 'post',
    path: '/v1/harvests/{harvest}/reversal',
    summary: 'Undo a case',
    about:
      'The suspension is undone, and a user’s agreement that was ended stands again. A party that was ended is engaged and given keys anew. What was read before counts no longer.',
    scope: 'harvesting',
    write: true,
    params: ofCase,
    body: byOperator,
    answer: recorded,
    codes,
    async handle({ avow, params, body, once }) {
      const undone = await avow.harvesting.reverse({ ...params, ...body, ...once });
      return { ...tell(undone), entry: undone.entry };
    },
  }),

  endpoint({
    id: 'appealHarvest',
    method: 'post',
    path: '/v1/harvests/{harvest}/appeals',
    summary: 'Appeal, as the one who was suspended',
    about:
      'Once. That it is they is for the platform to make sure of. What a user says is sealed; a party says nothing here.',
    scope: 'harvesting',
    write: true,
    params: ofCase,
    body: z.strictObject({ as: reader, text: z.string().min(1).max(16_384).optional() }),
    status: 201,
    answer: recorded,
    codes: [...codes, 'AVOW_EXISTS'],
    async handle({ avow, params, body: { as, text }, once }) {
      const made = await avow.harvesting.appeal({ ...params, as, ...given({ text }), ...once });
      return { ...tell(made), entry: made.entry };
    },
  }),

  endpoint({
    id: 'readAppeal',
    method: 'post',
    path: '/v1/harvests/{harvest}/appeals/readings',
    summary: 'Read what a user said in their appeal',
    about: 'Each reading stands in their history, so it takes no Idempotency-Key.',
    scope: 'harvesting',
    params: ofCase,
    body: byOperator,
    answer: z.object({ text: z.string(), entry: entryId }),
    codes,
    handle: async ({ avow, params, body }) => avow.harvesting.readAppeal({ ...params, ...body }),
  }),

  endpoint({
    id: 'seedDecoys',
    method: 'post',
    path: '/v1/decoys',
    summary: 'Make decoys',
    about: 'So many people who do not exist, who join and accept as anybody does.',
    scope: 'harvesting',
    body: z.strictObject({ count: z.number().int().min(1).max(100) }),
    status: 201,
    answer: z.object({ decoys: z.array(personId) }),
    codes: ['AVOW_TOO_MANY'],
    handle: async ({ avow, body }) => ({ decoys: [...(await avow.harvesting.decoys.seed(body))] }),
  }),

  endpoint({
    id: 'addDecoy',
    method: 'put',
    path: '/v1/decoys/{person}',
    summary: 'Make a subject a decoy',
    about:
      'Somebody who does not exist, made as any other, with whom nobody has dealings. No other route tells it from anybody; whoever asks about it is suspended.',
    scope: 'harvesting',
    write: true,
    params: ofPerson,
    answer: z.object({ entry: entryId }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_EXISTS', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    handle: async ({ avow, params, once }) => avow.harvesting.decoys.add({ ...params, ...once }),
  }),

  endpoint({
    id: 'removeDecoy',
    method: 'delete',
    path: '/v1/decoys/{person}',
    summary: 'Make a decoy a subject as any other',
    scope: 'harvesting',
    write: true,
    params: ofPerson,
    answer: z.object({ entry: entryId }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    handle: async ({ avow, params, once }) => avow.harvesting.decoys.remove({ ...params, ...once }),
  }),

  endpoint({
    id: 'listDecoys',
    method: 'get',
    path: '/v1/decoys',
    summary: 'List the decoys',
    scope: 'harvesting',
    answer: z.object({ decoys: z.array(personId) }),
    handle: async ({ avow }) => ({ decoys: [...(await avow.harvesting.decoys.list())] }),
  }),
];
