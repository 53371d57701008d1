import { z } from '@hono/zod-openapi';
import type { Measured } from 'avow';
import { endpoint } from '../http/endpoint.ts';
import { entryId } from './shapes/ids.ts';
import { time, written } from './shapes/time.ts';

const measure = z
  .object({
    id: z.string().openapi({ description: 'Stable.' }),
    sentences: z.array(z.string()).openapi({ description: 'What promises it.' }),
    state: z.enum(['held', 'failed', 'unknown']),
    title: z.string(),
    says: z.string().openapi({ description: 'What was found, with figures.' }),
    limit: z.string().openapi({ description: 'What it cannot do.' }),
    at: time,
  })
  .openapi('Measure');

const tell = (
  { title, says, limit, at, ...found }: Measured,
  inWords: (text: Measured['title']) => string,
) => ({
  ...found,
  title: inWords(title),
  says: inWords(says),
  limit: inWords(limit),
  at: written(at),
});

export const measures = [
  endpoint({
    id: 'listMeasures',
    method: 'get',
    path: '/v1/measures',
    summary: 'Whether each measure works',
    about:
      'Each measure that the policy promises, checked on the running system at most ten seconds ago. `avow measures` shows them and exits with 1 if one fails; `/measures` is the page.',
    scope: 'public',
    answer: z.object({ failed: z.boolean(), measures: z.array(measure) }),
    async handle({ measures: check, language }) {
      const found = await check();
      return {
        failed: found.some(({ state }) => state === 'failed'),
        measures: found.map((each) => tell(each, (text) => text[language] ?? text['en'] ?? '')),
      };
    },
  }),

  endpoint({
    id: 'drillRestore',
    method: 'post',
    path: '/v1/measures/drill',
    summary: 'Practise a restore',
    about:
      'Restores the newest backup in a temporary folder, audits it, and records the result. Takes as long as a restore. `AVOW_STATE` if no backup with both halves is there.',
    scope: 'admin',
    write: true,
    answer: z
      .object({
        passed: z.boolean(),
        wrong: z.string().nullable(),
        taken: time,
        at: time,
        entries: z.int(),
        rows: z.int(),
        erased: z.int(),
        entry: entryId,
      })
      .openapi('Drill'),
    status: 201,
    codes: ['AVOW_STATE'],
    async handle({ avow, once }) {
      const { taken, at, ...drill } = await avow.drill(once);
      return { ...drill, taken: written(taken), at: written(at) };
    },
  }),
];
