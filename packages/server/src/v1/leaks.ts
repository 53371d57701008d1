import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Leak, LeakSuspect } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { entryId, leakId, partyId, personId } from './shapes/ids.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';
import { categories, category, language } from './shapes/words.ts';

const done = { by: personId, at: time };
const pass = z.object({ at: time, done: time.nullable() });

const leak = z
  .object({
    leak: leakId,
    person: personId,
    reported: time,
    happened: time.openapi({ description: 'By when it had leaked.' }),
    categories,
    state: z.enum(['open', 'contained', 'closed']),
    frozen: z
      .object({ since: time, until: z.enum(['reset', 'closed']), opened: time.nullable() })
      .nullable()
      .openapi({
        description:
          'Since when the account is frozen because of it; opened by new credentials, or when the case is closed.',
      }),
    reset: z
      .object({ asked: time, renewed: time.nullable() })
      .nullable()
      .openapi({ description: 'That the account needs new credentials, and when it got them.' }),
    contained: z
      .object({
        ...{ ...done, closed: z.number().int(), parties: z.array(partyId) },
        ...{ suspended: z.array(partyId), rekeyed: pass.nullable(), told: pass.nullable() },
      })
      .nullable(),
    notified: z
      .object({ ...done, digest: z.string() })
      .nullable()
      .openapi({ description: 'The last report to the authority: SHA-256 of what it says.' }),
    closed: z.object(done).nullable(),
  })
  .openapi('Leak');

const recorded = leak.extend({ entry: entryId }).openapi('RecordedLeak');

type Pass = { readonly at: number; readonly done: number | undefined } | undefined;

const tellPass = (begun: Pass) =>
  begun ? { at: written(begun.at), done: writtenOrNull(begun.done) } : null;

const tell = (kept: Leak<Words>) => ({
  ...{ leak: kept.leak, person: kept.person, state: kept.state },
  reported: written(kept.reported),
  happened: written(kept.happened),
  categories: [...kept.categories],
  frozen: kept.frozen
    ? {
        ...{ since: written(kept.frozen.since), until: kept.frozen.until },
        opened: writtenOrNull(kept.frozen.opened),
      }
    : null,
  reset: kept.reset
    ? { asked: written(kept.reset.asked), renewed: writtenOrNull(kept.reset.renewed) }
    : null,
  contained: kept.contained
    ? {
        ...{ by: kept.contained.by, at: written(kept.contained.at) },
        ...{ closed: kept.contained.closed, parties: [...kept.contained.parties] },
        suspended: [...kept.contained.suspended],
        rekeyed: tellPass(kept.contained.rekeyed),
        told: tellPass(kept.contained.told),
      }
    : null,
  notified: kept.notified ? { ...kept.notified, at: written(kept.notified.at) } : null,
  closed: kept.closed ? { ...kept.closed, at: written(kept.closed.at) } : null,
});

const reporting = {
  values: z.record(z.string(), z.string()).openapi({
    description:
      'What leaked, by category. Kept as keyed digests, by which the records are searched.',
    example: { 'contact.phone': '+86 139 0000 0000' },
  }),
  happened: timeIn,
  text: z.string().min(1).max(16_384).openapi({ description: 'In words. Sealed.' }),
};

const suspect = z
  .object({
    who: z.union([z.object({ party: partyId }), z.object({ user: personId })]),
    knew: categories,
    lacked: z.array(category),
    last: time,
    times: z.number().int(),
    weight: z.number().openapi({
      description: 'Of all of them together: 1. Where to look first; it proves nothing.',
    }),
    why: z.array(z.string()),
  })
  .openapi('LeakSuspect');

const tellSuspects = ({ suspects }: { readonly suspects: readonly LeakSuspect<Words>[] }) => ({
  suspects: suspects.map(({ who, knew, lacked, last, times, weight, why }) => ({
    ...{ who, times, weight, why: [...why] },
    ...{ knew: [...knew], lacked: [...lacked], last: written(last) },
  })),
});

const ofLeak = z.object({ leak: leakId });
const ofPerson = z.object({ person: personId });
const byOperator = z.strictObject({ by: personId });
const codes = ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'] as const;

/** The leaks of 6.b. */
export const leaks = [
  endpoint({
    id: 'reportLeak',
    method: 'post',
    path: '/v1/subjects/{person}/leaks',
    summary: 'Report a leak, for the owner of an account',
    about:
      'With `freeze` the account is suspended in the same moment, on every server, until it has new credentials: ask for it only where they have proven that the account is theirs, by signing in or by a link that was sent to them.',
    scope: 'leaks',
    write: true,
    params: ofPerson,
    body: z.strictObject({ ...reporting, freeze: z.boolean().optional() }),
    answer: decision('LeakReported', z.object({ leak: leakId })),
    codes: [...codes, 'AVOW_TOO_MANY', 'AVOW_UNKNOWN_WORD', 'AVOW_UNSETTLED'],
    async handle(call) {
      const { freeze, ...body } = call.body;
      const said = { ...call.params, ...body, ...given({ freeze }), ...call.once };
      return tellDecision(await call.avow.leaks.report(said), call, (value) => value);
    },
  }),

  endpoint({
    id: 'reportLeakAbout',
    method: 'post',
    path: '/v1/leaks',
    summary: 'Report a leak, for somebody who is not signed in',
    about:
      'They name an account by a value that it is found by. It is answered the same whether there is such an account or not, and freezes nothing. Limit how often one browser may ask.',
    scope: 'leaks',
    body: z.strictObject({
      ...reporting,
      account: z.strictObject({ category, value: z.string().min(1).max(16_384) }),
    }),
    answer: z.object({ received: z.literal(true) }),
    codes: ['AVOW_UNKNOWN_WORD', 'AVOW_UNSETTLED'],
    async handle({ avow, body }) {
      await avow.leaks.reportAbout(body);
      return { received: true as const };
    },
  }),

  endpoint({
    id: 'listLeaks',
    method: 'get',
    path: '/v1/leaks',
    summary: 'List leaks that were reported',
    scope: 'leaks',
    query: z.object({
      state: z.enum(['open', 'contained', 'closed']).optional(),
      after: leakId.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).optional(),
    }),
    answer: z.object({ leaks: z.array(leak) }),
    handle: async ({ avow, query }) => ({
      leaks: (await avow.leaks.list(given(query))).map(tell),
    }),
  }),

  endpoint({
    id: 'leaksOf',
    method: 'get',
    path: '/v1/subjects/{person}/leaks',
    summary: 'The leaks that somebody reported',
    about: 'The newest first: what they are told.',
    scope: 'leaks',
    params: ofPerson,
    answer: z.object({ leaks: z.array(leak) }),
    handle: async ({ avow, params }) => ({
      leaks: (await avow.leaks.of(params.person)).map(tell),
    }),
  }),

  endpoint({
    id: 'readLeak',
    method: 'post',
    path: '/v1/leaks/{leak}/readings',
    summary: 'Read what was written in a report',
    about: 'Each reading stands in the person’s history, so it takes no Idempotency-Key.',
    scope: 'leaks',
    params: ofLeak,
    body: byOperator,
    answer: z.object({ text: z.string(), entry: entryId }),
    codes,
    handle: async ({ avow, params, body }) => avow.leaks.read({ ...params, ...body }),
  }),

  endpoint({
    id: 'suspectsOfLeak',
    method: 'post',
    path: '/v1/leaks/{leak}/suspects',
    summary: 'Find who could have leaked exactly this',
    about:
      'From the records alone: to whom these very values were shown, or by whom they were opened, before. A decision about the person’s history, which stands in it.',
    scope: 'leaks',
    params: ofLeak,
    body: byOperator.extend({ language }),
    answer: decision('LeakSuspects', z.object({ suspects: z.array(suspect) })),
    codes: [...codes, 'AVOW_UNSETTLED'],
    async handle(call) {
      const decided = await call.avow.leaks.suspects({ ...call.params, ...call.body });
      return tellDecision(decided, call, tellSuspects);
    },
  }),

  endpoint({
    id: 'freezeForLeak',
    method: 'post',
    path: '/v1/subjects/{person}/leaks/{leak}/freezing',
    summary: 'Freeze the account of a leak that was reported',
    about: 'Once they have proven that it is theirs. It opens with new credentials.',
    scope: 'leaks',
    write: true,
    params: ofPerson.extend({ leak: leakId }),
    answer: recorded,
    codes,
    async handle({ avow, params, once }) {
      const frozen = await avow.leaks.freeze({ ...params, ...once });
      return { ...tell(frozen), entry: frozen.entry };
    },
  }),

  endpoint({
    id: 'credentialsRenewed',
    method: 'post',
    path: '/v1/subjects/{person}/credentials',
    summary: 'Say that an account has new credentials',
    about:
      'That it has is for the platform to make sure of. What was frozen until then opens, unless something else keeps it suspended.',
    scope: 'leaks',
    write: true,
    params: ofPerson,
    answer: z.object({ opened: z.boolean(), entry: entryId }),
    codes,
    handle: ({ avow, params, once }) => avow.leaks.renewed({ ...params, ...once }),
  }),

  endpoint({
    id: 'containLeak',
    method: 'post',
    path: '/v1/leaks/{leak}/containment',
    summary: 'Take the measures against a leak',
    about:
      'All of it in one decision. What was handed over to `parties` is closed (absent: to all; empty: to none), but what law asked for; those to `suspend` open nothing any more; `freeze` suspends the account until the case is closed, `reset` until it has new credentials; `rekey` seals everything of the person under new keys and destroys the old ones; `tell` has mail sent to the person and to others whose information those have that are suspended.',
    scope: 'leaks',
    write: true,
    params: ofLeak,
    body: byOperator.extend({
      parties: z.array(partyId).optional(),
      suspend: z.array(partyId).optional(),
      freeze: z.boolean().optional(),
      reset: z.boolean().optional(),
      rekey: z.boolean().optional(),
      tell: z.boolean().optional(),
    }),
    answer: recorded
      .extend({
        ...runningOut,
        rekeyed: z.boolean().openapi({
          description: 'Everything is under new keys, and the old ones are gone.',
        }),
      })
      .openapi('ContainedLeak'),
    codes: [...codes, 'AVOW_TOO_MANY'],
    async handle({ avow, params, body: { by, ...more }, once }) {
      const contained = await avow.leaks.contain({ ...params, by, ...given(more), ...once });
      const { rekeyed, entry } = contained;
      return { ...tell(contained), ...tellRunning(contained), rekeyed, entry };
    },
  }),

  endpoint({
    id: 'reportLeakToAuthority',
    method: 'post',
    path: '/v1/leaks/{leak}/authority-reports',
    summary: 'Write the report to the authority',
    about: 'In Markdown. It names nobody; its SHA-256 is on record.',
    scope: 'leaks',
    params: ofLeak,
    body: byOperator.extend({ language }),
    answer: z.object({ text: z.string(), digest: z.string(), entry: entryId }),
    codes,
    handle: async ({ avow, params, body }) => avow.leaks.authorityReport({ ...params, ...body }),
  }),

  endpoint({
    id: 'closeLeak',
    method: 'post',
    path: '/v1/leaks/{leak}/closure',
    summary: 'Close a leak with a word to the person',
    about:
      'The word is sealed. The account is active again if this leak had frozen it, and it needs no new credentials.',
    scope: 'leaks',
    write: true,
    params: ofLeak,
    body: byOperator.extend({ word: z.string().min(1).max(16_384) }),
    answer: recorded,
    codes,
    async handle({ avow, params, body, once }) {
      const closed = await avow.leaks.close({ ...params, ...body, ...once });
      return { ...tell(closed), entry: closed.entry };
    },
  }),

  endpoint({
    id: 'lastWordOfLeak',
    method: 'post',
    path: '/v1/subjects/{person}/leaks/{leak}/last-word',
    summary: 'Read the closing word, for the person',
    scope: 'leaks',
    params: ofPerson.extend({ leak: leakId }),
    answer: z.object({ text: z.string(), entry: entryId }),
    codes,
    handle: async ({ avow, params }) => avow.leaks.lastWord(params),
  }),
];
