import { z } from '@hono/zod-openapi';
import type { Agreed } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { entryId, personId } from './shapes/ids.ts';
import { language } from './shapes/words.ts';

const state = z.enum(['never-asked', 'declined', 'accepted', 'terminated']);
const ofPerson = z.object({ person: personId });

const agreed = z
  .object({
    entry: entryId,
    state,
    bound: z
      .object({
        policy: z.string(),
        language: z.string(),
        texts: z.object({
          policy: z.string().nullable(),
          'service-agreement': z.string().nullable(),
          'site-rules': z.string().nullable(),
        }),
      })
      .openapi({ description: 'Digests of the very texts that were shown.' }),
  })
  .openapi('Agreed');

const tell = ({ entry, state, bound }: Agreed) => ({
  entry,
  state,
  bound: {
    policy: bound.policy,
    language: bound.language,
    texts: {
      policy: bound.texts.policy ?? null,
      'service-agreement': bound.texts['service-agreement'] ?? null,
      'site-rules': bound.texts['site-rules'] ?? null,
    },
  },
});

export const agreement = [
  endpoint({
    id: 'getAgreement',
    method: 'get',
    path: '/v1/subjects/{person}/agreement',
    summary: 'Read the state of a person’s agreement',
    scope: 'evidence:read',
    params: ofPerson,
    answer: z.object({ state }),
    codes: ['AVOW_NOT_FOUND'],
    handle: async ({ avow, params }) => ({ state: await avow.agreement.state(params.person) }),
  }),

  endpoint({
    id: 'answerAgreement',
    method: 'post',
    path: '/v1/subjects/{person}/agreement',
    summary: 'Record that a person accepted or declined',
    about:
      'One acceptance binds the service agreement, the site’s rules and the policy, in the language shown.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ answer: z.enum(['accept', 'decline']), language }),
    status: 201,
    answer: agreed,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED', 'AVOW_UNKNOWN_LANGUAGE'],
    async handle({ avow, params, body, once }) {
      const what = { ...params, language: body.language, ...once };
      switch (body.answer) {
        case 'accept':
          return tell(await avow.agreement.accept(what));
        case 'decline':
          return tell(await avow.agreement.decline(what));
      }
    },
  }),

  endpoint({
    id: 'terminateAgreement',
    method: 'delete',
    path: '/v1/subjects/{person}/agreement',
    summary: 'End a person’s agreement',
    about: 'Ends the account. What protects the person outlives it.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    answer: agreed,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    handle: async ({ avow, params, once }) =>
      tell(await avow.agreement.terminate({ ...params, ...once })),
  }),
];
