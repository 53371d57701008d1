import { findSentence, type Remedy } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Decided } from 'avow';
import type { Circumstances } from '../../http/endpoint.ts';
import { entryId } from './ids.ts';
import { time, written } from './time.ts';

const step = z.object({
  fact: z.string(),
  by: z.string().openapi({ description: 'Who can bring it about.' }),
  how: z.string().openapi({ description: 'What they do, in the words of the policy.' }),
});

const answered = {
  entry: entryId,
  at: time,
  sentence: z.string().openapi({
    description: 'The sentence that decided; `/policy#3.f.2` shows it.',
    example: '3.f.2',
  }),
  text: z.string().nullable().openapi({ description: 'The sentence, in `language`.' }),
  language: z.string(),
  promise: z
    .string()
    .nullable()
    .openapi({ description: 'The log’s signed promise to integrate the entry (a signed note).' }),
};

const refused = z
  .object({
    permitted: z.literal(false),
    ...answered,
    by: z.enum(['prohibition', 'silence', 'state']),
    category: z.string().openapi({ description: 'The first category that was refused.' }),
    missing: z
      .array(z.object({ steps: z.array(step) }))
      .openapi({ description: 'Each element one way to a permission; all its steps are needed.' }),
  })
  .openapi('Refused');

/**
 * The shape of a decision. Both outcomes are answered with 200: the question was understood and
 * answered, and the answer is on record, whether it is yes or no. A status of its own would make
 * clients take a refusal for a fault, and a fault for a refusal.
 */
export function decision<Value extends z.ZodType>(name: string, value: Value) {
  const permitted = z
    .object({
      permitted: z.literal(true),
      ...answered,
      duties: z.array(z.string()).openapi({ description: 'What is owed in return.' }),
      value,
    })
    .openapi(`Permitted${name}`);
  return z.discriminatedUnion('permitted', [permitted, refused]);
}

/** Writes a decision for the wire: with its sentence, in the reader's language, and its promise. */
export async function tellDecision<Value, Told>(
  decided: Decided<Value>,
  { avow, language }: Circumstances,
  tellValue: (value: Value) => Told,
) {
  // The decision is kept. A store that fails only now takes back none of it, and must not seem to.
  const promise = await avow.promise(decided.entry).catch(() => undefined);
  const common = {
    entry: decided.entry,
    at: written(decided.at),
    sentence: decided.sentence,
    text: findSentence(avow.policy.current().policy, decided.sentence)?.text[language] ?? null,
    language,
    promise: promise ?? null,
  };
  if (decided.permitted) {
    return {
      permitted: true as const,
      ...common,
      duties: decided.duties,
      value: tellValue(decided.value),
    };
  }
  const { by, category, missing } = decided;
  return {
    permitted: false as const,
    ...common,
    by,
    category,
    missing: missing.map((remedy) => tellRemedy(remedy, language)),
  };
}

const tellRemedy = ({ steps }: Remedy, language: string) => ({
  steps: steps.map(({ fact, by, how }) => ({ fact, by, how: how[language] ?? '' })),
});
