import { z } from '@hono/zod-openapi';
import type { MailingProgress, Notice, NoticeProgress } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { entryId, personId, versionId } from './shapes/ids.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';

const text = z.record(z.string(), z.string());
const count = z.int();

const told = {
  version: z.string(),
  revision: count.openapi({ description: 'Which word on this version it is, counted from 1.' }),
  about: z.enum(['announced', 'postponed', 'withdrawn']),
  summary: text,
  major: z.boolean(),
  announced: time,
  from: time,
};

const tellNotice = ({ version, revision, about, summary, major, announced, from }: Notice) => ({
  ...{ version, revision, about, summary, major },
  announced: written(announced),
  from: written(from),
});

const progress = z
  .object({
    ...told,
    mail: z
      .object({
        told: count,
        waiting: count,
        unreachable: count.openapi({ description: 'Nothing is held that a message could go to.' }),
        failed: count.openapi({ description: 'The mail server said no for good.' }),
        refused: z.record(z.string(), count).openapi({ description: 'By the sentence.' }),
        uncertain: count.openapi({
          description: 'Handed over by a process that ended before it heard of it.',
        }),
      })
      .nullable(),
    centre: z.object({ shown: count }).nullable(),
    isOverdue: z.boolean(),
  })
  .openapi('NoticeProgress');

const tellMail = ({ told, waiting, unreachable, failed, refused, uncertain }: MailingProgress) => ({
  ...{ told, waiting, unreachable, failed, uncertain },
  refused: { ...refused },
});

const tellProgress = (one: NoticeProgress) => ({
  ...tellNotice(one),
  mail: one.mail ? tellMail(one.mail) : null,
  centre: one.centre ?? null,
  isOverdue: one.isOverdue,
});

const ofPerson = z.object({ person: personId });

/** Telling people of announced versions: how far it has come, and what their centre shows. */
export const notices = [
  endpoint({
    id: 'getNotices',
    method: 'get',
    path: '/v1/policy/notices',
    summary: 'How far the telling of each announcement has come',
    about:
      'Mail goes out by itself, to each person by a decision of their own and never twice. What is counted are people who are there now.',
    scope: 'admin',
    answer: z.object({ notices: z.array(progress) }),
    handle: async ({ avow }) => ({ notices: (await avow.notices.progress()).map(tellProgress) }),
  }),

  endpoint({
    id: 'retryNotices',
    method: 'post',
    path: '/v1/policy/announcements/{version}/retry',
    summary: 'Write again to whom a notice did not reach',
    about:
      'Puts those back in line whose mailbox was not there, or who had no address. With `evenUncertain` also those who perhaps got it, who may then get it twice.',
    scope: 'admin',
    params: z.object({ version: versionId }),
    body: z.strictObject({ evenUncertain: z.boolean() }),
    answer: z.object({ count }),
    codes: ['AVOW_NOT_FOUND'],
    handle: ({ avow, params, body }) => avow.notices.retry({ ...params, ...body }),
  }),

  endpoint({
    id: 'listNoticesFor',
    method: 'get',
    path: '/v1/subjects/{person}/notices',
    summary: 'What is to be shown in a person’s centre',
    about: 'Newest first. To list them does not count as showing them.',
    scope: 'evidence:read',
    params: ofPerson,
    answer: z.object({ notices: z.array(z.object({ ...told, shown: time.nullable() })) }),
    handle: async ({ avow, params }) => ({
      notices: (await avow.notices.of(params.person)).map((one) => ({
        ...tellNotice(one),
        shown: writtenOrNull(one.shown),
      })),
    }),
  }),

  endpoint({
    id: 'recordNoticeShown',
    method: 'put',
    path: '/v1/subjects/{person}/notices/{version}/{revision}',
    summary: 'Record that a notice was shown to a person',
    about: 'The first time counts; to say it again changes nothing.',
    scope: 'evidence:write',
    write: true,
    params: z.object({
      person: personId,
      version: versionId,
      revision: z.coerce.number().int().min(1).max(1_000_000),
    }),
    answer: z.object({ entry: entryId, at: time }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED'],
    async handle({ avow, params, once }) {
      const { entry, at } = await avow.notices.shown({ ...params, ...once });
      return { entry, at: written(at) };
    },
  }),
];
