import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';

const warning = z
  .object({
    kind: z.enum(['phone', 'email', 'address', 'messenger', 'password']),
    start: z.number().int().openapi({ description: 'In UTF-16 code units.' }),
    end: z.number().int(),
  })
  .openapi('Warning');

export const warnings = [
  endpoint({
    id: 'findWarnings',
    method: 'post',
    path: '/v1/warnings',
    summary: 'What somebody may not mean to send',
    about:
      'Looks through a text for contact details and passwords. Answers kinds and places, never what stands there; keeps nothing. Whether to send it all the same is the author’s to say, and is nowhere recorded.',
    scope: 'acts',
    body: z.strictObject({ text: z.string().max(16_384) }),
    answer: z.object({ found: z.array(warning) }),
    handle: async ({ avow, body }) => ({
      found: avow.warnings.find(body.text).map(({ kind, start, end }) => ({ kind, start, end })),
    }),
  }),
];
