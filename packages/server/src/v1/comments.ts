import { z } from '@hono/zod-openapi';
import type { OwnComment, ReadComment } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { commentId, personId, versionId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';

/** The most comments that are answered at once. */
const MOST = 5_000;

const said = {
  version: z.string(),
  sentence: z.string().nullable().openapi({ description: 'Null: all of the version.' }),
  text: z.string(),
  at: time,
};

const tell = ({ version, sentence, text, at }: ReadComment) => ({
  ...{ version, text },
  sentence: sentence ?? null,
  at: written(at),
});

const tellOwn = (own: OwnComment) => ({ comment: own.comment, ...tell(own) });

const ofPerson = z.object({ person: personId });
const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNSETTLED'] as const;

/** What people say to announced versions. */
export const comments = [
  endpoint({
    id: 'comment',
    method: 'post',
    path: '/v1/subjects/{person}/comments',
    summary: 'Keep a person’s comment on an announced version',
    about:
      'Sealed under the keys of the person. Before the date of the version only, 4,000 characters at most, and 20 of one person on one version.',
    scope: 'acts',
    write: true,
    params: ofPerson,
    body: z.strictObject({
      version: versionId,
      sentence: z.string().min(1).max(128).optional(),
      text: z.string().min(1).max(4_000),
    }),
    status: 201,
    answer: decision('Comment', z.object({ version: z.string() })),
    codes: [...codes, 'AVOW_STATE', 'AVOW_TOO_MANY'],
    async handle(call) {
      const { sentence, ...body } = call.body;
      const what = { ...call.params, ...body, ...given({ sentence }), ...call.once };
      return tellDecision(await call.avow.comments.add(what), call, ({ version }) => ({ version }));
    },
  }),

  endpoint({
    id: 'listOwnComments',
    method: 'get',
    path: '/v1/subjects/{person}/comments',
    summary: 'A person’s own comments, for the person',
    about: 'A decision of its own at each call. Newest first.',
    scope: 'acts',
    params: ofPerson,
    answer: decision(
      'OwnComments',
      z.object({ comments: z.array(z.object({ comment: z.string(), ...said })) }),
    ),
    codes,
    async handle(call) {
      const decided = await call.avow.comments.own(call.params.person);
      return tellDecision(decided, call, ({ comments }) => ({ comments: comments.map(tellOwn) }));
    },
  }),

  endpoint({
    id: 'takeCommentBack',
    method: 'delete',
    path: '/v1/subjects/{person}/comments/{comment}',
    summary: 'Take a comment back',
    scope: 'acts',
    params: z.object({ person: personId, comment: commentId }),
    answer: decision('CommentTakenBack', z.object({ count: z.int() })),
    codes,
    async handle(call) {
      const decided = await call.avow.comments.takeBack(call.params);
      if (decided === undefined) throw new HttpFault('AVOW_NOT_FOUND');
      return tellDecision(decided, call, ({ count }) => ({ count }));
    },
  }),

  endpoint({
    id: 'readComments',
    method: 'get',
    path: '/v1/policy/announcements/{version}/comments',
    summary: 'The comments on a version, without their authors',
    about: `One decision for each author, which they find in their history. ${MOST} at most; \`more\` says that there are others. The day is told, not the time.`,
    scope: 'admin',
    params: z.object({ version: versionId }),
    answer: z.object({ comments: z.array(z.object(said)), more: z.boolean() }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_UNSETTLED'],
    async handle({ avow, params }) {
      const found: ReturnType<typeof tell>[] = [];
      for await (const one of avow.comments.read(params.version)) {
        if (found.length === MOST) return { comments: found, more: true };
        found.push(tell(one));
      }
      return { comments: found, more: false };
    },
  }),
];
