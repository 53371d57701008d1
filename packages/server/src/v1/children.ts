import { z } from '@hono/zod-openapi';
import type { KnownChild } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { by, document } from './shapes/desk.ts';
import { entryId, personId } from './shapes/ids.ts';
import { stepOf, withEntry } from './shapes/step.ts';
import { time, written } from './shapes/time.ts';

const ofPerson = z.object({ person: personId });

const child = z
  .object({
    person: personId,
    state: z.enum(['alone', 'guarded', 'mistaken']),
    document,
    learned: time,
    erases: time.openapi({ description: 'When all of it is erased by itself.' }),
    due: time,
  })
  .openapi('KnownChild');

const recorded = child.extend({ entry: entryId }).openapi('RecordedChild');

const tell = (one: KnownChild) => ({
  ...{ person: one.person, state: one.state, document: one.document },
  learned: written(one.learned),
  erases: written(one.erases),
  due: written(one.due),
});

const tellRecorded = withEntry(tell);

const step = stepOf('desk:write', ofPerson, recorded);

export const children = [
  endpoint({
    ...step,
    id: 'learnOfChild',
    path: '/v1/subjects/{person}/child',
    summary: 'Record that somebody was found to be under fourteen',
    about: 'All that is held of them is erased in time, unless a guardian accepts.',
    body: z.strictObject({ by, document }),
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.children.learn({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'guardChild',
    path: '/v1/subjects/{person}/child/guardian',
    summary: 'Record that a guardian has accepted',
    body: z.strictObject({ by, document }),
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.children.guard({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'correctChild',
    path: '/v1/subjects/{person}/child/correction',
    summary: 'Record that it was not so',
    about: 'Not by whoever wrote it down.',
    body: z.strictObject({ by }),
    handle: async ({ avow, params, body, once }) =>
      tellRecorded(await avow.children.correct({ ...params, ...body, ...once })),
  }),

  endpoint({
    ...step,
    id: 'eraseChild',
    path: '/v1/subjects/{person}/child/erasure',
    summary: 'Erase what is held of a child for whom no guardian accepted',
    body: z.strictObject({ by }),
    answer: decision('ChildErasure', z.object({ isSwept: z.boolean() })),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNFINISHED', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { avow, params, body, once } = call;
      const decided = await avow.children.erase({ ...params, ...body, ...once });
      return tellDecision(decided, call, ({ isSwept }) => ({ isSwept }));
    },
  }),

  endpoint({
    id: 'getChild',
    method: 'get',
    path: '/v1/subjects/{person}/child',
    summary: 'Whether somebody is known to be under fourteen',
    scope: 'desk:read',
    params: ofPerson,
    answer: child,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params }) {
      const found = await avow.children.of(params.person);
      if (!found) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(found);
    },
  }),

  endpoint({
    id: 'listChildren',
    method: 'get',
    path: '/v1/children',
    summary: 'List those for whom no guardian has accepted',
    about: 'Whoever is erased first comes first.',
    scope: 'desk:read',
    answer: z.object({ children: z.array(child) }),
    handle: async ({ avow }) => ({ children: (await avow.children.list()).map(tell) }),
  }),
];
