import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Consent } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { consentId, entryId, partyId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { action, categories, language, purposes } from './shapes/words.ts';

const party = z.union([z.literal('platform'), partyId]);

const choice = z.strictObject({ party, action, purposes, categories, language });

export const consent = z
  .object({
    consent: consentId,
    person: personId,
    ...choice.shape,
    state: z.enum(['given', 'refused', 'withdrawn']),
    at: time,
    withdrawn: time.nullable(),
    shown: z.string().openapi({ description: 'SHA-256 of the very text shown, base64url.' }),
  })
  .openapi('Consent');

export const recordedConsent = consent.extend({ entry: entryId }).openapi('RecordedConsent');
const answeredConsent = recordedConsent.extend(runningOut).openapi('AnsweredConsent');
const ofPerson = z.object({ person: personId });

export const tellConsent = (kept: Consent<Words>) => ({
  consent: kept.consent,
  person: kept.person,
  party: kept.party,
  action: kept.action,
  purposes: kept.purposes,
  categories: kept.categories,
  language: kept.language,
  state: kept.state,
  at: written(kept.at),
  withdrawn: writtenOrNull(kept.withdrawn),
  shown: kept.shown,
});

export const consents = [
  endpoint({
    id: 'askConsent',
    method: 'post',
    path: '/v1/consents/question',
    summary: 'The question, as it must be shown',
    about: 'In the policy’s words. Show exactly this text before recording an answer to it.',
    scope: 'evidence:read',
    body: choice,
    answer: z.object({ text: z.string() }),
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_UNKNOWN_LANGUAGE'],
    handle: async ({ avow, body }) => ({ text: avow.consents.question(body) }),
  }),

  endpoint({
    id: 'answerConsent',
    method: 'post',
    path: '/v1/subjects/{person}/consents',
    summary: 'Record that a person gave or refused a consent',
    about: 'A permission is specific: this party, this act, these categories, these purposes.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: choice.extend({ answer: z.enum(['give', 'refuse']) }),
    status: 201,
    answer: answeredConsent,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD', 'AVOW_TOO_MANY'],
    async handle({ avow, params, body: { answer, ...asked }, once }) {
      const what = { ...params, ...asked, ...once };
      const kept =
        answer === 'give'
          ? { running: [], ...(await avow.consents.give(what)) }
          : await avow.consents.refuse(what);
      return { ...tellConsent(kept), ...tellRunning(kept), entry: kept.entry };
    },
  }),

  endpoint({
    id: 'listConsents',
    method: 'get',
    path: '/v1/subjects/{person}/consents',
    summary: 'List a person’s consents',
    scope: 'evidence:read',
    params: ofPerson,
    answer: z.object({ consents: z.array(consent) }),
    codes: ['AVOW_NOT_FOUND'],
    handle: async ({ avow, params }) => ({
      consents: (await avow.consents.list(params.person)).map(tellConsent),
    }),
  }),

  endpoint({
    id: 'withdrawConsent',
    method: 'delete',
    path: '/v1/subjects/{person}/consents/{consent}',
    summary: 'Withdraw a consent',
    about:
      'From the answer on, nothing commits under it, and what was handed over on it opens no more.',
    scope: 'evidence:write',
    write: true,
    params: z.object({ person: personId, consent: consentId }),
    answer: answeredConsent,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, once }) {
      const kept = await avow.consents.withdraw({ ...params, ...once });
      return { ...tellConsent(kept), ...tellRunning(kept), entry: kept.entry };
    },
  }),
];
