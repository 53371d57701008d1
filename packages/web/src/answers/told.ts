import type { Policy, Words } from '@avow/policy';
import { type Decided, faultTold, type History } from 'avow';
import { languageFor } from '../choice/words.ts';

/** What answers are made with: an open Avow. */
export interface Answering {
  readonly explain: History<Words>['explain'];
  readonly policy: { current(): { readonly policy: Policy } };
}

/** Makes of the value of a permitted act what the caller gets. Absent: the value as it is. */
export type Telling<Value> = (value: Value) => unknown;

/** An answer before it is written: JSON, and for what is not done a problem (RFC 9457). */
export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What the policy answered, for whom it is about or who asked in their place. Permitted: the value. Refused:
 * 403 with the sentence that refuses, in the words and the language of the reader, and what would change it,
 * as far as a person may learn of it. No value was handed out by then, and the decision is on record.
 */
export async function toldDecision<Value>(
  avow: Answering,
  decided: Decided<Value>,
  accepted: string | undefined,
  tell: Telling<Value> = (value) => value,
): Promise<Told> {
  if (decided.permitted)
    return { status: 200, headers: JSON_TYPE, body: json(tell(decided.value)) };
  const { vocabulary } = avow.policy.current().policy;
  const language = languageFor(vocabulary.languages, undefined, accepted ?? null);
  const { entry, sentence } = decided;
  const said = await avow.explain({ entry, language, audience: 'person' });
  return {
    status: 403,
    headers: { ...PROBLEM, 'content-language': language },
    body: json({
      title: said?.answer,
      status: 403,
      code: 'AVOW_REFUSED',
      detail: said?.sentence.text,
      sentence,
      entry,
      missing: said?.remedies.map(({ steps }) => steps.map(({ text }) => text)) ?? [],
    }),
  };
}

/** A fault of the library by its code; undefined for any other error. Nothing in it is a person's. */
export function toldFault(problem: unknown): Told | undefined {
  const fault = faultTold(problem);
  if (fault === undefined) return undefined;
  const { code, status } = fault;
  const { field, retryAfter = 1 } = problem as { field?: string; retryAfter?: number };
  return {
    status,
    headers: {
      ...PROBLEM,
      ...(status === 503 && { 'retry-after': String(Math.ceil(retryAfter)) }),
    },
    body: json({ title: titles[status], status, code, field }),
  };
}

const titles: Readonly<Record<number, string>> = {
  404: 'There is no such thing',
  409: 'Not in this state',
  410: 'Erased',
  413: 'More than can be kept',
  422: 'A value cannot be used',
  500: 'Something failed here',
  503: 'Try again',
};

/** Personal values are in it: no cache keeps them. */
const JSON_TYPE = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
};
const PROBLEM = { ...JSON_TYPE, 'content-type': 'application/problem+json; charset=utf-8' };

const json = (value: unknown) => JSON.stringify(value ?? null);
