import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Import } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { acting } from './shapes/acting.ts';
import { given } from './shapes/given.ts';
import { engagementId, entryId, importId, partyId } from './shapes/ids.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { category, purpose } from './shapes/words.ts';

/** The media type of each format. */
const types = { ndjson: 'application/x-ndjson', csv: 'text/csv' } as const;

const line = z.int().min(1);
const lineIn = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const columns = z.record(z.string().min(1).max(128), category.nullable()).openapi({
  description:
    'The category of each column: one of them `match`, the others what is kept; `null` leaves a column out.',
  example: { email: 'contact.email', likes: 'partner.profile', note: null },
});
const evidence = z.strictObject({
  document: z.string().length(43).openapi({
    description: 'SHA-256 of the statement of lawful means for this delivery, base64url.',
  }),
});
const about = {
  party: partyId,
  engagement: engagementId,
  evidence,
  format: z.enum(['ndjson', 'csv']),
  match: category,
  map: columns,
};

const told = z
  .object({
    import: importId,
    ...about,
    purpose,
    state: z.enum(['open', 'done', 'stopped', 'cancelled']),
    stopped: z.enum(['engagement', 'columns']).nullable(),
    next: line.openapi({ description: 'The line from which it goes on.' }),
    kept: z.int(),
    rejected: z.record(z.string(), z.int()).openapi({ description: 'How many, by the reason.' }),
    begun: time,
    ended: time.nullable(),
    tellBy: time.nullable().openapi({
      description: 'Until when the people concerned must have been told where it came from.',
    }),
  })
  .openapi('Import');

const recorded = told.extend({ entry: entryId }).openapi('RecordedImport');

const reject = z
  .object({
    line,
    code: z.string(),
    column: z.string().optional(),
    sentence: z.string().optional(),
  })
  .openapi('Reject');

const tell = (kept: Import<Words>) => ({
  ...kept,
  stopped: kept.stopped ?? null,
  begun: written(kept.begun),
  ended: writtenOrNull(kept.ended),
  tellBy: writtenOrNull(kept.tellBy),
});

const ofImport = z.object({ import: importId });

/** The most rejects that one answer holds. */
const MOST = 1_000;

export const imports = [
  endpoint({
    id: 'beginImport',
    method: 'post',
    path: '/v1/imports',
    summary: 'Begin an import',
    about:
      'A delivery of a partner, under an engagement that states by what lawful means it came by the data. Without one that runs it is refused whole, before a line is read.',
    scope: 'imports',
    write: true,
    body: z.strictObject({ ...about, purpose: purpose.optional() }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, body: { purpose: named, ...what }, once }) {
      const begun = await avow.imports.begin({ ...what, ...given({ purpose: named }), ...once });
      return { ...tell(begun), entry: begun.entry };
    },
  }),

  endpoint({
    id: 'importRows',
    method: 'put',
    path: '/v1/imports/{import}/rows',
    summary: 'Hand in lines',
    about:
      'Read while they come, however many there are. Where the connection breaks off, everything up to `next` is done: send the rest, or all of it again. `from` says with which line the body begins; lines that are done with are passed over. With `more` the end of the body is not the end of the delivery. Needs no Idempotency-Key: a line is done once.',
    scope: 'imports',
    params: ofImport,
    query: z.object({ from: lineIn.optional(), more: z.stringbool().optional() }),
    streams: Object.values(types),
    answer: told,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, query, stream, stopping }) {
      const known = await avow.imports.get(params.import);
      if (known && stream?.type !== types[known.format]) throw new HttpFault('AVOW_BODY_TYPE');
      const options = { ...given(query), signal: stopping };
      return tell(await avow.imports.rows(params.import, stream?.pieces ?? nothing(), options));
    },
  }),

  endpoint({
    id: 'getImport',
    method: 'get',
    path: '/v1/imports/{import}',
    summary: 'How far an import has come',
    scope: 'imports',
    params: ofImport,
    answer: told,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const known = await avow.imports.get(params.import);
      if (known === undefined) throw unknown();
      return tell(known);
    },
  }),

  endpoint({
    id: 'listImports',
    method: 'get',
    path: '/v1/parties/{party}/imports',
    summary: 'List a party’s imports',
    about: 'The newest first, at most a hundred; `before` goes on from the last of them.',
    scope: 'imports',
    params: z.object({ party: partyId }),
    query: z.object({ before: importId.optional() }),
    answer: z.object({ imports: z.array(told) }),
    handle: async ({ avow, params, query }) => ({
      imports: (await avow.imports.list(params.party, query.before)).map(tell),
    }),
  }),

  endpoint({
    id: 'listRejects',
    method: 'get',
    path: '/v1/imports/{import}/rejects',
    summary: 'List the lines that did not go in',
    about: `Line and reason, in order, at most ${MOST}; \`after\` goes on from the last of them. What stood in a line is neither said nor kept. Who has an account can be told from it: whoever hands it to the partner should know.`,
    scope: 'imports',
    params: ofImport,
    query: z.object({ after: lineIn.optional() }),
    answer: z.object({
      rejects: z.array(reject),
      next: line.nullable().openapi({ description: 'The `after` of what follows.' }),
    }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query }) {
      if ((await avow.imports.get(params.import)) === undefined) throw unknown();
      const rejects = [];
      for await (const each of avow.imports.rejects(params.import, query.after)) {
        rejects.push(each);
        if (rejects.length === MOST) return { rejects, next: each.line };
      }
      return { rejects, next: null };
    },
  }),

  endpoint({
    id: 'cancelImport',
    method: 'delete',
    path: '/v1/imports/{import}',
    summary: 'End an import',
    about: 'No further line goes in from the answer on. What went in stays.',
    scope: 'imports',
    write: true,
    params: ofImport,
    query: acting,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, query, once }) {
      const cancelled = await avow.imports.cancel({ ...params, ...query, ...once });
      return { ...tell(cancelled), entry: cancelled.entry };
    },
  }),
];

const unknown = () =>
  new HttpFault('AVOW_NOT_FOUND', { errors: [{ in: 'path', pointer: '/import' }] });

async function* nothing(): AsyncGenerator<Uint8Array> {}
