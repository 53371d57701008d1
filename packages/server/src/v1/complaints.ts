import { z } from '@hono/zod-openapi';
import { type Complaint, infringedRights } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { by, document } from './shapes/desk.ts';
import { given } from './shapes/given.ts';
import { caseId, entryId, personId } from './shapes/ids.ts';
import { stepOf, withEntry } from './shapes/step.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';

const ofCase = z.object({ case: caseId });

const complaint = z
  .object({
    case: caseId,
    complainant: personId,
    respondent: personId.nullable().openapi({ description: 'Null: they have been erased.' }),
    right: z.enum(infringedRights),
    listing: z.string().min(1).max(128),
    document,
    verified: z.object({ by: personId, at: time }).nullable(),
    asked: z.object({ complainant: time.nullable(), respondent: time.nullable() }),
    countered: z.number().int(),
    answered: z.array(time).openapi({ description: 'When the other side answered.' }),
  })
  .openapi('Complaint');

const recorded = complaint.extend({ entry: entryId }).openapi('RecordedComplaint');

/** All but the digest of its document, which is not for both sides. */
const tellBut = (one: Omit<Complaint, 'document'>) => ({
  ...{ case: one.case, complainant: one.complainant, respondent: one.respondent ?? null },
  ...{ right: one.right, listing: one.listing },
  verified: one.verified ? { by: one.verified.by, at: written(one.verified.at) } : null,
  asked: {
    complainant: writtenOrNull(one.asked.complainant),
    respondent: writtenOrNull(one.asked.respondent),
  },
  countered: one.countered,
  answered: one.answered.map(written),
});

const tell = (one: Complaint) => ({ ...tellBut(one), document: one.document });

const tellRecorded = withEntry(tell);

const step = stepOf('desk:write', ofCase, recorded);

export const complaints = [
  endpoint({
    id: 'fileComplaint',
    method: 'post',
    path: '/v1/complaints',
    summary: 'File a complaint about an infringed right',
    about: 'It is a case about the one who complains. The title is sealed under their key.',
    scope: 'desk:write',
    write: true,
    body: z.strictObject({
      complainant: personId,
      respondent: personId,
      right: complaint.shape.right,
      title: z.string().min(1).max(500),
      listing: complaint.shape.listing,
      document,
      expires: timeIn.optional(),
    }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_TOO_MANY', 'AVOW_STATE', 'AVOW_ERASED'],
    handle: async ({ avow, body: { expires, ...what }, once }) =>
      tellRecorded(await avow.desk.complaints.file({ ...what, ...given({ expires }), ...once })),
  }),

  endpoint({
    id: 'getComplaint',
    method: 'get',
    path: '/v1/complaints/{case}',
    summary: 'Read a complaint, without what is sealed',
    scope: 'desk:read',
    params: ofCase,
    answer: complaint,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.desk.complaints.get(params.case);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),

  endpoint({
    ...step,
    id: 'verifyComplaint',
    path: '/v1/complaints/{case}/verification',
    summary: 'Record that a complaint was verified',
    body: z.strictObject({ by }),
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.desk.complaints.verify({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'askInComplaint',
    path: '/v1/complaints/{case}/requests',
    summary: 'Record that a side asked to have a complaint passed on',
    about: 'Asked by its author it needs nobody else; asked by the respondent, one operator.',
    body: z.strictObject({ by: personId }),
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.desk.complaints.ask({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'counterComplaint',
    path: '/v1/complaints/{case}/counter-notices',
    summary: 'Answer a complaint, as the respondent',
    status: 201,
    body: z.strictObject({
      by: personId,
      text: z.string().min(1).max(16_384),
      document: document.optional(),
    }),
    codes: [...step.codes, 'AVOW_TOO_MANY'],
    async handle({ avow, params, body: { document: shown, ...body }, once }) {
      const more = given({ document: shown });
      return tellRecorded(
        await avow.desk.complaints.counter({ ...params, ...body, ...more, ...once }),
      );
    },
  }),

  endpoint({
    id: 'readComplaint',
    method: 'post',
    path: '/v1/complaints/{case}/readings',
    summary: 'Read a complaint with what is sealed',
    about:
      'For the operator who handles it, or one of its sides. Each reading stands in the history of both, so it takes no Idempotency-Key.',
    scope: 'desk:write',
    params: ofCase,
    body: z.strictObject({ by: personId }),
    answer: recorded
      .extend({
        document: document.nullable().openapi({ description: 'Null: of the other side.' }),
        title: z.string(),
        counters: z.array(z.object({ text: z.string(), document: document.nullable(), at: time })),
      })
      .openapi('ReadComplaint'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    async handle({ avow, params, body }) {
      const read = await avow.desk.complaints.read({ ...params, ...body });
      const counters = read.counters.map(({ text, document: shown, at }) => ({
        ...{ text, document: shown ?? null, at: written(at) },
      }));
      const { document: own = null, title } = read;
      return { ...withEntry(tellBut)(read), document: own, title, counters };
    },
  }),
];
