import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { personId } from './shapes/ids.ts';

const value = z.string().min(1).max(16_384).openapi({
  description: 'Such as an address that they log in with, spelt alike wherever it is asked for.',
});
const home = z.string().nullable().openapi({
  description: 'A region of the policy; `null`: nobody with this value is at home anywhere.',
  example: 'eu',
});
const ofPerson = z.object({ person: personId });
const codes = ['AVOW_STATE', 'AVOW_REGION_UNREACHED'] as const;

export const directory = [
  endpoint({
    id: 'findHome',
    method: 'post',
    path: '/v1/directory/homes',
    summary: 'Which region somebody is at home in',
    about: 'By a value. Only a keyed hash of it leaves this deployment.',
    scope: 'subjects:read',
    body: z.strictObject({ value }),
    answer: z.object({ home }),
    codes,
    handle: async ({ avow, body }) => ({ home: (await avow.directory.home(body.value)) ?? null }),
  }),

  endpoint({
    id: 'listHome',
    method: 'post',
    path: '/v1/subjects/{person}/homes',
    summary: 'List a person as at home in this region, by a value',
    about:
      'Answers which region is home: another, if it said so first. Taken back when the person is erased.',
    scope: 'subjects:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ value }),
    answer: z.object({ home: z.string() }),
    codes: [...codes, 'AVOW_NOT_FOUND', 'AVOW_ERASED'],
    handle: async ({ avow, params, body, once }) =>
      avow.directory.list({ ...params, ...body, ...once }),
  }),

  endpoint({
    id: 'unlistHome',
    method: 'delete',
    path: '/v1/subjects/{person}/homes',
    summary: 'Take a person’s value out of the directory',
    scope: 'subjects:write',
    params: ofPerson,
    body: z.strictObject({ value }),
    answer: z.object({ home }),
    codes: [...codes, 'AVOW_NOT_FOUND', 'AVOW_ERASED'],
    async handle({ avow, params, body }) {
      await avow.directory.unlist({ ...params, ...body });
      return { home: (await avow.directory.home(body.value)) ?? null };
    },
  }),

  endpoint({
    id: 'answerDirectoryLetter',
    method: 'post',
    path: '/v1/directory/letters',
    summary: 'Answer a letter to the directory, where it lies here',
    about: 'For deployments of the platform: the letter is the proof of which region wrote it.',
    scope: 'public',
    body: z.strictObject({ letter: z.string().min(1).max(131_072) }),
    answer: z.object({ home }),
    codes: ['AVOW_STATE'],
    handle: async ({ avow, body }) => ({
      home: (await avow.directory.answer(body.letter)) ?? null,
    }),
  }),
];
