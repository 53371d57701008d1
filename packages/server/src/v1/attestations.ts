import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Attestation, EntryId } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { by } from './shapes/desk.ts';
import { given } from './shapes/given.ts';
import { attestationId, entryId, partyId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';

const fact = z.string().min(1).max(120).openapi({
  description: 'A fact of the policy’s own: one with `attested`.',
  example: 'treating',
});

const to = z
  .union([
    z.strictObject({ party: partyId }),
    z.strictObject({ user: personId }),
    z.strictObject({ staff: personId }),
  ])
  .openapi({ description: 'Whom it is about besides the person: who is to receive.' });

const attestation = z
  .object({
    attestation: attestationId,
    person: personId,
    fact,
    to: to.nullable(),
    state: z.enum(['requested', 'standing', 'ended']).openapi({
      description: '`requested`: more have to sign. Whether it is over by now, `until` says.',
    }),
    signed: z.array(z.object({ by: personId, at: time })),
    at: time,
    since: time.nullable(),
    until: time,
  })
  .openapi('Attestation');

const recorded = attestation.extend({ entry: entryId }).openapi('RecordedAttestation');
const ofPerson = z.object({ person: personId });
const ofAttestation = z.object({ attestation: attestationId });

const tell = (kept: Attestation<Words>) => ({
  ...{ attestation: kept.attestation, person: kept.person, fact: kept.fact },
  to: kept.to ?? null,
  state: kept.state,
  signed: kept.signed.map((each) => ({ by: each.by, at: written(each.at) })),
  at: written(kept.at),
  since: writtenOrNull(kept.since),
  until: written(kept.until),
});

const tellRecorded = (kept: Attestation<Words> & { readonly entry: EntryId }) => ({
  ...tell(kept),
  entry: kept.entry,
});

export const attestations = [
  endpoint({
    id: 'attest',
    method: 'post',
    path: '/v1/subjects/{person}/attestations',
    summary: 'Say that a fact of the policy’s own is so',
    about:
      'It stands once as many of the staff have signed as the policy asks for: `by` is the first, unless they are named in it.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ fact, to: to.optional(), by: by.optional(), until: timeIn.optional() }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNKNOWN_WORD', 'AVOW_STATE', 'AVOW_TOO_MANY', 'AVOW_ERASED'],
    async handle({ avow, params, body: { fact: attested, ...more }, once }) {
      const what = { ...params, fact: attested, ...given(more), ...once };
      return tellRecorded(await avow.attestations.attest(what));
    },
  }),

  endpoint({
    id: 'listAttestations',
    method: 'get',
    path: '/v1/subjects/{person}/attestations',
    summary: 'List what was attested of a subject',
    about: 'Over or not, the newest first.',
    scope: 'evidence:read',
    params: ofPerson,
    answer: z.object({ attestations: z.array(attestation) }),
    handle: async ({ avow, params }) => ({
      attestations: (await avow.attestations.of(params.person)).map(tell),
    }),
  }),

  endpoint({
    id: 'signAttestation',
    method: 'post',
    path: '/v1/attestations/{attestation}/signatures',
    summary: 'Have one more of the staff sign',
    about: 'Not who is named in it. With the last signature that the policy asks for it stands.',
    scope: 'evidence:write',
    write: true,
    params: ofAttestation,
    body: z.strictObject({ by }),
    status: 201,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_EXISTS', 'AVOW_UNKNOWN_WORD', 'AVOW_ERASED'],
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.attestations.sign({ ...params, ...body, ...once })),
  }),

  endpoint({
    id: 'endAttestation',
    method: 'post',
    path: '/v1/attestations/{attestation}/end',
    summary: 'End an attestation',
    about:
      'From the answer on no decision rests on it, and nothing opens that was handed over on it.',
    scope: 'evidence:write',
    write: true,
    params: ofAttestation,
    body: z.strictObject({ by: by.optional() }),
    answer: recorded.extend(runningOut).openapi('EndedAttestation'),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, body, once }) {
      const ended = await avow.attestations.end({ ...params, ...given(body), ...once });
      return { ...tellRecorded(ended), ...tellRunning(ended) };
    },
  }),
];
