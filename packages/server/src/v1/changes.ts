import { type Difference, readPolicy, type Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import { type Announcement, channels, type Reasked } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { consent, tellConsent } from './consents.ts';
import { acting, actor } from './shapes/acting.ts';
import { given } from './shapes/given.ts';
import { consentId, entryId, personId, versionId } from './shapes/ids.ts';
import { time, timeIn, written } from './shapes/time.ts';
import { language } from './shapes/words.ts';

const text = z.record(z.string(), z.string());

const difference = z
  .object({
    major: z.boolean(),
    changes: z.array(
      z.object({
        kind: z.string(),
        major: z.boolean(),
        words: text.openapi({ description: 'The change as a sentence, in each language.' }),
      }),
    ),
  })
  .openapi('Difference');

const announcement = z
  .object({
    version: z.string(),
    before: z.string().openapi({ description: 'The version that it follows.' }),
    summary: text,
    channels: z.array(z.enum(channels)),
    major: z.boolean(),
    announced: time,
    from: time,
    postponed: z.boolean().openapi({ description: 'Whether its date was moved.' }),
    comments: z.int().openapi({ description: 'How many comments on it are held.' }),
    answer: text.nullable().openapi({ description: 'The platform’s answer to the comments.' }),
    state: z.enum(['coming', 'in-force', 'archived', 'withdrawn']),
  })
  .openapi('Announcement');

const asked = z.object({
  version: z.string(),
  from: time,
  isInForce: z.boolean(),
  difference,
  acceptance: z.boolean(),
  choices: z.array(consent),
  later: z.boolean(),
});

const tellDifference = ({ major, changes }: Difference) => ({
  major,
  changes: changes.map(({ kind, major, words }) => ({ kind, major, words })),
});

const tell = (kept: Announcement) => ({
  version: kept.version,
  before: kept.before,
  summary: kept.summary,
  channels: [...kept.channels],
  major: kept.major,
  announced: written(kept.announced),
  from: written(kept.from),
  postponed: kept.postponed,
  comments: kept.comments,
  answer: kept.answer ?? null,
  state: kept.state,
});

const tellAsked = (what: Reasked<Words>) => ({
  version: what.version,
  from: written(what.from),
  isInForce: what.isInForce,
  difference: tellDifference(what.difference),
  acceptance: what.acceptance,
  choices: what.choices.map(tellConsent),
  later: what.later,
});

const policyIn = z
  .record(z.string(), z.unknown())
  .openapi({ description: 'A policy as `/policy.json` shows one.' });
const policyLimit = 2 * 1024 * 1024;
const policyCodes = ['AVOW_POLICY_INVALID', 'AVOW_POLICY_UNREADABLE', 'AVOW_POLICY_LIMIT'] as const;
const ofPerson = z.object({ person: personId });
const ofVersion = z.object({ version: versionId });

/** Announcing versions, and what is asked of people because of them. */
export const changes = [
  endpoint({
    id: 'draftVersion',
    method: 'post',
    path: '/v1/policy/drafts',
    summary: 'What a version would change',
    about:
      'Compares it with the one in force, and counts what is stored in categories that it drops. Nothing is kept.',
    scope: 'admin',
    body: z.strictObject({ policy: policyIn }),
    limit: policyLimit,
    answer: z.object({
      version: z.string(),
      before: z.string(),
      difference,
      stored: z.record(z.string(), z.int()),
    }),
    codes: policyCodes,
    async handle({ avow, body }) {
      const draft = await avow.policy.draft(readPolicy(body.policy));
      return { ...draft, difference: tellDifference(draft.difference) };
    },
  }),

  endpoint({
    id: 'listAnnouncements',
    method: 'get',
    path: '/v1/policy/announcements',
    summary: 'What was announced',
    about: 'Newest first; what was taken back too. The same as a feed: `/policy/changes.atom`.',
    scope: 'public',
    answer: z.object({ announcements: z.array(announcement) }),
    handle: async ({ avow }) => ({
      announcements: (await avow.policy.announcements()).map(tell),
    }),
  }),

  endpoint({
    id: 'announceVersion',
    method: 'post',
    path: '/v1/policy/announcements',
    summary: 'Announce a version of the policy',
    about:
      'It is in force from its date on, by the date alone. Whether it is major is computed; then the date is 30 days ahead at least.',
    scope: 'admin',
    write: true,
    body: z.strictObject({
      policy: policyIn,
      from: timeIn,
      summary: text.openapi({ description: 'What changes, in each language of the policy.' }),
      channels: z.array(z.enum(channels)).min(1),
      by: actor,
    }),
    limit: policyLimit,
    status: 201,
    answer: announcement.extend({ entry: entryId }).openapi('RecordedAnnouncement'),
    codes: [
      ...policyCodes,
      'AVOW_UNFIT',
      'AVOW_STATE',
      'AVOW_EXISTS',
      'AVOW_STORED',
      'AVOW_NOT_FOUND',
    ],
    async handle({ avow, body, once }) {
      const what = { ...body, policy: readPolicy(body.policy), ...once };
      const announced = await avow.policy.announce(what);
      return { ...tell(announced), entry: announced.entry };
    },
  }),

  endpoint({
    id: 'withdrawAnnouncement',
    method: 'delete',
    path: '/v1/policy/announcements/{version}',
    summary: 'Take an announced version back, before its date',
    scope: 'admin',
    write: true,
    params: ofVersion,
    query: acting,
    answer: announcement.extend({ entry: entryId }).openapi('RecordedAnnouncement'),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query, once }) {
      const withdrawn = await avow.policy.withdraw({ ...params, ...query, ...once });
      return { ...tell(withdrawn), entry: withdrawn.entry };
    },
  }),

  endpoint({
    id: 'postponeVersion',
    method: 'put',
    path: '/v1/policy/announcements/{version}/from',
    summary: 'Move the date of an announced version',
    about: 'Later, never earlier. People are told of the new date.',
    scope: 'admin',
    write: true,
    params: ofVersion,
    body: z.strictObject({ from: timeIn, by: actor }),
    answer: announcement.extend({ entry: entryId }).openapi('RecordedAnnouncement'),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, body, once }) {
      const moved = await avow.policy.postpone({ ...params, ...body, ...once });
      return { ...tell(moved), entry: moved.entry };
    },
  }),

  endpoint({
    id: 'answerComments',
    method: 'put',
    path: '/v1/policy/announcements/{version}/answer',
    summary: 'Publish the answer to the comments on a version',
    about: 'In each language of the policy; the last one counts.',
    scope: 'admin',
    write: true,
    params: ofVersion,
    body: z.strictObject({ answer: text, by: actor }),
    answer: announcement.extend({ entry: entryId }).openapi('RecordedAnnouncement'),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, body, once }) {
      const answered = await avow.policy.answer({ ...params, ...body, ...once });
      return { ...tell(answered), entry: answered.entry };
    },
  }),

  endpoint({
    id: 'compareVersion',
    method: 'get',
    path: '/v1/policy/versions/{version}/difference',
    summary: 'How a version differs from an earlier one',
    about:
      'From the one that was in force before it, unless `from` names another. The first has none.',
    scope: 'public',
    params: ofVersion,
    query: z.object({ from: versionId.optional() }),
    answer: z.object({ difference }),
    codes: ['AVOW_NOT_FOUND'],
    async handle({ avow, params, query }) {
      const found = await avow.policy.difference(params.version, query.from);
      if (found === undefined) throw new HttpFault('AVOW_NOT_FOUND');
      return { difference: tellDifference(found) };
    },
  }),

  endpoint({
    id: 'getChange',
    method: 'get',
    path: '/v1/subjects/{person}/change',
    summary: 'What a person is asked because the policy changes',
    about: 'Null where their choices cover it.',
    scope: 'evidence:read',
    params: ofPerson,
    answer: z.object({ asked: asked.nullable() }),
    async handle({ avow, params }) {
      const found = await avow.changes.asked(params.person);
      return { asked: found === undefined ? null : tellAsked(found) };
    },
  }),

  endpoint({
    id: 'acceptChange',
    method: 'post',
    path: '/v1/subjects/{person}/change',
    summary: 'Record that a person accepted a change',
    about:
      '`version` is the one that was shown. Permissions that it touches and that are not renewed count no longer once it is in force. To leave is to end the agreement.',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({
      version: versionId,
      language,
      renew: z.array(consentId).max(1_000).optional(),
    }),
    status: 201,
    answer: z.object({ entry: entryId, renewed: z.array(consentId) }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD'],
    async handle({ avow, params, body: { renew, ...what }, once }) {
      const accepting = { ...params, ...what, ...given({ renew }), ...once };
      const { entry, renewed } = await avow.changes.accept(accepting);
      return { entry, renewed };
    },
  }),

  endpoint({
    id: 'postponeChange',
    method: 'put',
    path: '/v1/subjects/{person}/change/later',
    summary: 'Record that a person will answer by the date',
    scope: 'evidence:write',
    write: true,
    params: ofPerson,
    body: z.strictObject({ version: versionId }),
    answer: z.object({ entry: entryId, until: time }),
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
    async handle({ avow, params, body, once }) {
      const { entry, until } = await avow.changes.later({ ...params, ...body, ...once });
      return { entry, until: written(until) };
    },
  }),
];
