import { z } from '@hono/zod-openapi';
import type { Subject } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { given } from './shapes/given.ts';
import { entryId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, written } from './shapes/time.ts';
import { category, country } from './shapes/words.ts';

const kind = z.enum(['person', 'organisation', 'device']);

const subject = z
  .object({
    person: personId,
    kind,
    state: z.enum(['active', 'suspended', 'held', 'erased']).openapi({
      description: '`held`: erased for everyone but the law, since a legal hold stands.',
    }),
    country: country.nullable(),
    created: time,
  })
  .openapi('Subject');

export const recorded = z.object({ entry: entryId }).openapi('Recorded');
const ofPerson = z.object({ person: personId });

const tell = (found: Subject) => ({
  person: found.person,
  kind: found.kind,
  state: found.state,
  country: found.country ?? null,
  created: written(found.created),
});

export const subjects = [
  endpoint({
    id: 'createSubject',
    method: 'post',
    path: '/v1/subjects',
    summary: 'Create a subject',
    about:
      'An id without data. It says nothing of who it is; what is collected under it is sealed.',
    scope: 'subjects:write',
    write: true,
    body: z.strictObject({ kind: kind.optional(), country: country.optional() }),
    status: 201,
    answer: subject,
    handle: async ({ avow, body, once }) =>
      tell(await avow.subjects.create({ ...given(body), ...once })),
  }),

  endpoint({
    id: 'getSubject',
    method: 'get',
    path: '/v1/subjects/{person}',
    summary: 'Look up a subject',
    scope: 'subjects:read',
    params: ofPerson,
    answer: subject,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.subjects.get(params.person);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),

  endpoint({
    id: 'findSubject',
    method: 'post',
    path: '/v1/subjects/find',
    summary: 'Find a subject by a value',
    about:
      'By a value that was collected with `findBy`. A keyed hash is compared; nothing is opened. The value travels in the body, so that no log on the way keeps it.',
    scope: 'subjects:read',
    body: z.strictObject({ category, value: z.string().min(1).max(16_384) }),
    answer: z.object({ person: personId.nullable() }),
    handle: async ({ avow, body }) => ({
      person: (await avow.subjects.find(body.category, body.value)) ?? null,
    }),
  }),

  endpoint({
    id: 'verifyValue',
    method: 'post',
    path: '/v1/subjects/{person}/verified',
    summary: 'Record that a value was verified',
    about:
      'That the person has shown a value that they are found by to be theirs, such as an address whose mail they read. What partners deliver joins an account by verified values alone. Whatever is held there later is not verified.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ category, value: z.string().min(1).max(16_384) }),
    answer: recorded,
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    handle: ({ avow, params, body, once }) => avow.subjects.verify({ ...params, ...body, ...once }),
  }),

  endpoint({
    id: 'readPublicFacts',
    method: 'get',
    path: '/v1/subjects/{person}/public-facts',
    summary: 'What law makes public of an organisation',
    about:
      'Its name and trade registration lie outside the policy: anybody may read them, nothing is decided, and nobody is asked. All else of its form takes a decision.',
    scope: 'public',
    params: ofPerson,
    answer: z.object({ facts: z.record(z.string(), z.string()) }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const facts = await avow.subjects.publicFacts(params.person);
      if (!facts) throw new HttpFault('AVOW_NOT_FOUND');
      return { facts: given(facts) as Record<string, string> };
    },
  }),

  endpoint({
    id: 'suspendSubject',
    method: 'put',
    path: '/v1/subjects/{person}/suspension',
    summary: 'Suspend a subject',
    about: 'From the answer on, every act about the subject is refused.',
    scope: 'subjects:write',
    write: true,
    params: ofPerson,
    answer: recorded.extend(runningOut),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, once }) {
      const suspended = await avow.subjects.suspend(params.person, once);
      return { entry: suspended.entry, ...tellRunning(suspended) };
    },
  }),

  endpoint({
    id: 'reinstateSubject',
    method: 'delete',
    path: '/v1/subjects/{person}/suspension',
    summary: 'Reinstate a subject',
    scope: 'subjects:write',
    write: true,
    params: ofPerson,
    answer: recorded,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, once }) {
      const { entry } = await avow.subjects.reinstate(params.person, once);
      return { entry };
    },
  }),
];
