import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { given } from './shapes/given.ts';

const keyword = z.string().min(1).max(400).openapi({
  description: 'One search word or phrase, up to 80 characters.',
  example: 'teapot',
});

export const searches = [
  endpoint({
    id: 'keepSearch',
    method: 'post',
    path: '/v1/searches',
    summary: 'Keep a search word, with nobody',
    about:
      'Nothing but the word is taken: a field that would attach a person, a device, an address or a time to it is refused by name. One shaped like a phone number, an identity number or an e-mail address is not kept. It takes no Idempotency-Key, which would keep a hash of the word with its exact time; a retry counts again.',
    scope: 'searches',
    body: z.strictObject({ keyword }),
    answer: z.object({
      kept: z.boolean(),
      because: z.enum(['phone', 'identity', 'address', 'full']).nullable().openapi({
        description: 'Why it is not: what it is shaped like, or that the day holds no more.',
      }),
    }),
    codes: ['AVOW_UNKNOWN_WORD'],
    async handle({ avow, body }) {
      const told = await avow.searches.keep(body.keyword);
      return { kept: told.kept, because: told.kept ? null : told.because };
    },
  }),

  endpoint({
    id: 'popularSearches',
    method: 'get',
    path: '/v1/searches',
    summary: 'What many searched for',
    about:
      'In whole days that are over, and nothing that was searched for less than ten times, so that no rare word leads to somebody.',
    scope: 'searches',
    query: z.strictObject({
      least: z.coerce
        .number()
        .int()
        .min(10)
        .max(1e9)
        .optional()
        .openapi({ description: 'How often at least.', example: 10 }),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(100)
        .optional()
        .openapi({ description: 'How many at most.', example: 20 }),
    }),
    answer: z.object({ searches: z.array(z.object({ keyword: z.string(), count: z.int() })) }),
    handle: async ({ avow, query }) => ({ searches: await avow.searches.popular(given(query)) }),
  }),
];
