import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { scopeNames } from '../keys/scopes.ts';
import type { KeyId } from '../keys/secret.ts';
import type { ApiKey } from '../keys/store.ts';
import { time, timeIn, written, writtenOrNull } from './shapes/time.ts';

const key = z
  .object({
    id: z.string(),
    label: z.string(),
    scopes: z.array(z.enum(scopeNames)),
    created: time,
    expires: time.nullable(),
    revoked: time.nullable(),
  })
  .openapi('ApiKey');

const tell = ({ id, label, scopes, created, expires, revoked }: ApiKey) => ({
  id,
  label,
  scopes,
  created: written(created),
  expires: writtenOrNull(expires),
  revoked: writtenOrNull(revoked),
});

export const apiKeys = [
  endpoint({
    id: 'createKey',
    method: 'post',
    path: '/v1/keys',
    summary: 'Make an API key',
    about:
      '`key` is told once and kept nowhere. A retry with the same Idempotency-Key names the same API key with `key: null`: where the first answer was lost, revoke it and make another.',
    scope: 'admin',
    write: true,
    body: z.strictObject({
      label: z
        .string()
        .min(1)
        .max(100)
        .openapi({ description: 'What it is for. Not for names of people: it is kept in clear.' }),
      scopes: z.array(z.enum(scopeNames)).min(1).max(scopeNames.length),
      expires: timeIn.optional(),
    }),
    status: 201,
    answer: key.extend({ key: z.string().nullable() }),
    codes: ['AVOW_IDEMPOTENCY_MISMATCH'],
    async handle({ keys, body, once }) {
      const made = await keys.createOnce(body, once);
      return { ...tell(made), key: made.key ?? null };
    },
  }),

  endpoint({
    id: 'listKeys',
    method: 'get',
    path: '/v1/keys',
    summary: 'List the API keys',
    scope: 'admin',
    answer: z.object({ keys: z.array(key) }),
    handle: async ({ keys }) => ({ keys: (await keys.list()).map(tell) }),
  }),

  endpoint({
    id: 'revokeKey',
    method: 'delete',
    path: '/v1/keys/{id}',
    summary: 'Revoke an API key',
    about: 'From the answer on it opens nothing. Revoking twice changes nothing.',
    scope: 'admin',
    write: true,
    params: z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) }),
    answer: key,
    codes: ['AVOW_NOT_FOUND'],
    async handle({ keys, params }) {
      const revoked = await keys.revoke(params.id as KeyId);
      if (!revoked) throw new HttpFault('AVOW_NOT_FOUND');
      return tell(revoked);
    },
  }),
];
