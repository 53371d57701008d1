import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import { type Basis, grounds } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { by } from './shapes/desk.ts';
import { given } from './shapes/given.ts';
import { basisId, entryId, partyId } from './shapes/ids.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories, category } from './shapes/words.ts';

const ofBasis = z.object({ basis: basisId });
const said = z
  .record(z.string(), z.string().min(1).max(2_000))
  .openapi({ description: 'What it says, in each language of the policy.' });

const basis = z
  .object({
    basis: basisId,
    words: said,
    categories: z.array(category),
    parties: z.array(partyId),
    published: time,
    from: time,
    until: time,
    ended: time.nullable(),
  })
  .openapi('Basis');

const tell = (one: Basis<Words>) => ({
  ...{ basis: one.basis, words: one.words, categories: one.categories, parties: one.parties },
  published: written(one.published),
  from: written(one.from),
  until: written(one.until),
  ended: writtenOrNull(one.ended),
});

const count = z.number().int();

export const bases = [
  endpoint({
    id: 'publishBasis',
    method: 'post',
    path: '/v1/bases',
    summary: 'Publish a basis for other disclosures',
    about: 'Until one is published, nothing is disclosed under 3.g.',
    scope: 'desk:write',
    write: true,
    body: z.strictObject({
      words: said,
      categories,
      parties: z.array(partyId).min(1).max(100),
      from: timeIn.optional(),
      until: timeIn,
      by,
    }),
    status: 201,
    answer: basis.extend({ entry: entryId }).openapi('PublishedBasis'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD'],
    async handle({ avow, body: { from, ...what }, once }) {
      const kept = await avow.desk.bases.publish({ ...what, ...given({ from }), ...once });
      return { ...tell(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listBases',
    method: 'get',
    path: '/v1/bases',
    summary: 'List published bases',
    about: 'The newest first, those that have ended too.',
    scope: 'public',
    answer: z.object({ bases: z.array(basis) }),
    handle: async ({ avow }) => ({ bases: (await avow.desk.bases.list()).map(tell) }),
  }),

  endpoint({
    id: 'getBasis',
    method: 'get',
    path: '/v1/bases/{basis}',
    summary: 'Read a published basis',
    scope: 'public',
    params: ofBasis,
    answer: basis,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.desk.bases.get(params.basis);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),

  endpoint({
    id: 'endBasis',
    method: 'post',
    path: '/v1/bases/{basis}/end',
    summary: 'End a published basis',
    about: 'From the answer on nothing is disclosed on it, or opened.',
    scope: 'desk:write',
    write: true,
    params: ofBasis,
    body: z.strictObject({ by }),
    answer: basis.extend({ entry: entryId }).openapi('EndedBasis'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.bases.end({ ...params, ...body, ...once });
      return { ...tell(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'countDisclosures',
    method: 'get',
    path: '/v1/reports/disclosures',
    summary: 'How often the desk disclosed, by ground and month',
    about: 'Says nothing about anybody. Months are in UTC.',
    scope: 'public',
    answer: z.object({
      counts: z.array(
        z.object({
          ground: z.enum(grounds),
          month: z.string().openapi({ example: '2026-01' }),
          opened: count,
          delivered: count,
          refused: count,
          appealed: count,
          undone: count,
        }),
      ),
    }),
    handle: async ({ avow }) => ({ counts: await avow.desk.report() }),
  }),
];
