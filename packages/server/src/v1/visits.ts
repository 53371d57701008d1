import { z } from '@hono/zod-openapi';
import type { Recipient } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { given } from './shapes/given.ts';
import { partyId, personId } from './shapes/ids.ts';
import { timeIn } from './shapes/time.ts';
import { action, categories, purpose } from './shapes/words.ts';

/** What it is held to stands with the library; here only how far it may reach. */
const said = (description: string, example: string) =>
  z.string().max(8_192).optional().openapi({ description, example });

/** The list as the policy has it today; a version that adds to it needs no change here. */
const visit = z
  .looseObject({
    ip: said('IPv4 or IPv6.', '203.0.113.7'),
    browser: said('The type of browser, up to 64 characters.', 'Firefox'),
    language: said('BCP 47.', 'zh-CN'),
    time: timeIn.optional(),
    software: said('Up to 64 characters.', 'Windows'),
    hardware: said('Up to 64 characters.', 'mobile'),
    page: said('A path, an address or the name of a screen; only the path is kept.', '/goods/7'),
  })
  .openapi('Visit', {
    description:
      'What a browser or an app sends of itself: the categories below `visit` of the policy, by their last words. Anything else is dropped and counted. Without `time` it is now.',
  });

const of = z.strictObject({
  person: personId,
  purpose: purpose
    .optional()
    .openapi({ description: 'Absent: `security`.', example: 'security', type: 'string' }),
});

const codes = ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNKNOWN_WORD', 'AVOW_UNSETTLED'] as const;

export const visits = [
  endpoint({
    id: 'recordVisits',
    method: 'post',
    path: '/v1/visits',
    summary: 'Record visits',
    about:
      'Up to 100 of one person, or of a device that nobody is known behind, in one decision. What the list does not name is dropped and counted; what it names and is not what it must be, such as a time in the future, is refused by name. Beyond 700 of one day they are refused.',
    scope: 'visits',
    write: true,
    body: of.extend({ visits: z.array(visit).min(1).max(100) }),
    answer: decision(
      'Visits',
      z.object({
        count: z.int(),
        dropped: z.int().openapi({ description: 'Fields that the list does not name.' }),
      }),
    ),
    codes: [...codes, 'AVOW_TOO_MANY'],
    async handle(call) {
      const { person, purpose, visits } = call.body;
      const what = { person, visits: visits.map(given), ...given({ purpose }), ...call.once };
      return tellDecision(await call.avow.visits.record(what), call, (value) => value);
    },
  }),

  endpoint({
    id: 'joinVisits',
    method: 'post',
    path: '/v1/visits/join',
    summary: 'Make a device’s visits a person’s',
    about:
      'They are sealed anew under the person’s keys and gone from the device, to which nothing is recorded from then on. Joining twice is joining once, so it takes no Idempotency-Key.',
    scope: 'visits',
    body: of.extend({ device: personId }),
    answer: decision('Join', z.object({ count: z.int() })),
    codes: [...codes, 'AVOW_STATE'],
    async handle(call) {
      const { person, device, purpose } = call.body;
      const what = { person, device, ...given({ purpose }) };
      return tellDecision(await call.avow.visits.join(what), call, (value) => value);
    },
  }),

  endpoint({
    id: 'actOnVisits',
    method: 'post',
    path: '/v1/visits/acts/{action}',
    summary: 'Do something with somebody’s visits',
    about:
      'Any action of the policy that reads: one decision on all visits, in the categories that are asked for. Each call is a decision of its own and takes no Idempotency-Key.',
    scope: 'acts',
    params: z.object({ action }),
    body: z.strictObject({
      person: personId,
      purpose,
      categories,
      to: z
        .union([
          z.enum(['platform', 'person', 'public']),
          z.strictObject({ party: partyId }),
          z.strictObject({ user: personId }),
        ])
        .optional()
        .openapi({ description: 'To whom; absent: the platform itself.' }),
    }),
    answer: decision('VisitsAct', z.object({ visits: z.array(z.record(z.string(), z.string())) })),
    codes,
    async handle(call) {
      const { to, ...asked } = call.body;
      const some = { ...asked, ...given({ to: to as Recipient | undefined }) };
      const decided = await call.avow.visits.act(call.params.action, some);
      return tellDecision(decided, call, (value) => ({
        visits: value.visits.map((each) => given(each) as Record<string, string>),
      }));
    },
  }),
];
