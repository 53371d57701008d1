import { readPolicy, type Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Version } from 'avow';
import { counted, fewerThan } from '../few.ts';
import { endpoint } from '../http/endpoint.ts';
import { actor } from './shapes/acting.ts';
import { few, fewer } from './shapes/few.ts';
import { entryId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';

const version = z
  .object({
    digest: z.string().openapi({ description: 'Names the version: SHA-256, base64url.' }),
    name: z.string(),
    state: z.enum(['coming', 'in-force', 'archived', 'withdrawn']),
    from: time,
    texts: z
      .record(z.string(), z.string())
      .openapi({ description: 'SHA-256 of the text in each language, base64url.' }),
  })
  .openapi('Version');

const tell = ({ digest, name, state, from, texts }: Version<Words>) => ({
  digest,
  name,
  state,
  from: written(from),
  texts,
});

export const policy = [
  endpoint({
    id: 'listVersions',
    method: 'get',
    path: '/v1/policy/versions',
    summary: 'The versions of the policy',
    about: 'Newest first. `/policy.json` holds the one in force.',
    scope: 'public',
    answer: z.object({ versions: z.array(version) }),
    handle: async ({ avow }) => ({ versions: (await avow.policy.list()).map(tell) }),
  }),

  endpoint({
    id: 'publishVersion',
    method: 'post',
    path: '/v1/policy/versions',
    summary: 'Put a version of the policy in force',
    about:
      'From the answer on it decides, and every record names it. `avow diff` tells beforehand what changes.',
    scope: 'admin',
    write: true,
    body: z.strictObject({
      policy: z
        .record(z.string(), z.unknown())
        .openapi({ description: 'A policy as `/policy.json` shows one.' }),
      by: actor,
    }),
    limit: 2 * 1024 * 1024,
    status: 201,
    answer: version.extend({ entry: entryId }),
    codes: [
      'AVOW_POLICY_INVALID',
      'AVOW_POLICY_UNREADABLE',
      'AVOW_POLICY_LIMIT',
      'AVOW_UNFIT',
      'AVOW_UNANNOUNCED',
      'AVOW_NOT_FOUND',
    ],
    async handle({ avow, body, once }) {
      const published = await avow.policy.publish(readPolicy(body.policy), {
        by: body.by,
        ...once,
      });
      return { ...tell(published), entry: published.entry };
    },
  }),

  endpoint({
    id: 'listTallies',
    method: 'get',
    path: '/v1/policy/tallies',
    summary: 'What each sentence did so far',
    scope: 'public',
    answer: z.object({
      ...fewer,
      tallies: z.array(z.object({ sentence: z.string(), permitted: few, refused: few })),
    }),
    handle: async ({ avow }) => ({
      fewerThan,
      tallies: (await avow.tallies()).map(({ sentence, permitted, refused }) => ({
        sentence,
        permitted: counted(permitted),
        refused: counted(refused),
      })),
    }),
  }),
];
