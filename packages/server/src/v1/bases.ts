import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import { type Basis, grounds, type ProposedBasis } from 'avow';
import { counted, fewerThan } from '../few.ts';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { by } from './shapes/desk.ts';
import { few, fewer } from './shapes/few.ts';
import { given } from './shapes/given.ts';
import { basisId, entryId, partyId, personId } from './shapes/ids.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories, category } from './shapes/words.ts';

const ofBasis = z.object({ basis: basisId });
const said = z
  .record(z.string(), z.string().min(1).max(2_000))
  .openapi({ description: 'What it says, in each language of the policy.' });

const proposal = z
  .object({
    basis: basisId,
    words: said,
    categories: z.array(category),
    parties: z.array(partyId),
    proposedBy: personId,
    proposed: time,
    from: time,
    until: time,
  })
  .openapi('ProposedBasis');

const basis = proposal
  .omit({ proposedBy: true, proposed: true })
  .extend({ published: time, ended: time.nullable() })
  .openapi('Basis');

const common = (one: ProposedBasis<Words>) => ({
  ...{ basis: one.basis, words: one.words, categories: one.categories, parties: one.parties },
  from: written(one.from),
  until: written(one.until),
});

const tellProposal = (one: ProposedBasis<Words>) => ({
  ...common(one),
  proposedBy: one.proposedBy,
  proposed: written(one.proposed),
});

// Who proposed and who published it is the desk's to know; what it says is everybody's.
const tell = (one: Basis<Words>) => ({
  ...common(one),
  published: written(one.published),
  ended: writtenOrNull(one.ended),
});

export const bases = [
  endpoint({
    id: 'proposeBasis',
    method: 'post',
    path: '/v1/bases',
    summary: 'Propose a basis for other disclosures',
    about: 'Nothing rests on it until somebody else publishes it, and it does not change any more.',
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
    answer: proposal.extend({ entry: entryId }).openapi('RecordedProposal'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD'],
    async handle({ avow, body: { from, ...what }, once }) {
      const kept = await avow.desk.bases.propose({ ...what, ...given({ from }), ...once });
      return { ...tellProposal(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listBasisProposals',
    method: 'get',
    path: '/v1/basis-proposals',
    summary: 'List bases that wait to be published',
    scope: 'desk:read',
    answer: z.object({ proposals: z.array(proposal) }),
    handle: async ({ avow }) => ({
      proposals: (await avow.desk.bases.proposals()).map(tellProposal),
    }),
  }),

  endpoint({
    id: 'publishBasis',
    method: 'post',
    path: '/v1/bases/{basis}/publication',
    summary: 'Publish what somebody else proposed',
    about: 'Until one is published, nothing is disclosed under 3.g.',
    scope: 'desk:write',
    write: true,
    params: ofBasis,
    body: z.strictObject({ by }),
    answer: basis.extend({ entry: entryId }).openapi('PublishedBasis'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.bases.publish({ ...params, ...body, ...once });
      return { ...tell(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'dropBasis',
    method: 'post',
    path: '/v1/bases/{basis}/dropping',
    summary: 'Drop a proposal that was never published',
    scope: 'desk:write',
    write: true,
    params: ofBasis,
    body: z.strictObject({ by }),
    answer: proposal.extend({ entry: entryId }).openapi('DroppedProposal'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE'],
    async handle({ avow, params, body, once }) {
      const kept = await avow.desk.bases.drop({ ...params, ...body, ...once });
      return { ...tellProposal(kept), entry: kept.entry };
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
      ...fewer,
      counts: z.array(
        z.object({
          ground: z.enum(grounds),
          month: z.string().openapi({ example: '2026-01' }),
          opened: few,
          delivered: few,
          refused: few,
          appealed: few,
          undone: few,
        }),
      ),
    }),
    async handle({ avow }) {
      const counts = (await avow.desk.report()).map((each) => ({
        ...{ ground: each.ground, month: each.month },
        ...{ opened: counted(each.opened), delivered: counted(each.delivered) },
        ...{ refused: counted(each.refused), appealed: counted(each.appealed) },
        undone: counted(each.undone),
      }));
      return { fewerThan, counts };
    },
  }),
];
