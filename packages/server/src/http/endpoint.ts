import { z } from '@hono/zod-openapi';
import type { PartyId } from 'avow';
import type { Scope } from '../keys/scopes.ts';
import type { Services } from '../services.ts';
import type { Streamed } from './body.ts';
import type { Code } from './catalogue.ts';
import { HttpFault } from './fault.ts';
import { fieldErrors } from './field-errors.ts';

/** The methods of `/v1`. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Plain data that may not be changed, at any depth. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A write's retry key, handed to the library as it is: `...call.once`. Empty where nothing is written. */
export interface Once {
  readonly idempotencyKey: string;
  /** Called when the outcome is the one recorded earlier. */
  readonly onReplay: () => void;
}

/** What belongs to every call, whatever its route. */
export interface Circumstances extends Services {
  /** What is sent, piece by piece; of a route with `streams` alone. */
  readonly stream?: Streamed;
  /** The language of the answer's words: one of the policy's. */
  readonly language: string;
  readonly once: Partial<Once>;
  /** Whose token it was; undefined where the platform asks, or anyone. */
  readonly party: PartyId | undefined;
}

/** What a handler is called with: everything read and checked, nothing of HTTP. */
export interface Call<P, Q, B> extends Circumstances {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** What the reference says of a route. */
interface Described {
  readonly method: Method;
  /** As OpenAPI writes it: `/v1/subjects/{person}`. */
  readonly path: `/v1/${string}`;
  /** Unique: OpenAPI's `operationId`. */
  readonly id: string;
  readonly summary: string;
  readonly about?: string;
  /**
   * What the caller's key must be allowed to do. `public`: anyone, without a key. `partner`: a party, by
   * its token, which opens nothing else.
   */
  readonly scope: Scope | 'public' | 'partner';
  /** Whether it changes something, and therefore takes an `Idempotency-Key`. */
  readonly write?: true;
  /** The media types of a body that is read while it comes, however long it is. Such a route has no `body`. */
  readonly streams?: readonly string[];
  /** Bytes a body may hold, where 256 KiB are too few. */
  readonly limit?: number;
  readonly status?: 200 | 201;
  /** Codes that it may answer with, beside those of every route. */
  readonly codes?: readonly Code[];
}

interface Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>
  extends Described {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<Frozen<z.input<A>>>;
}

/** A request as it came in, read but not yet held against its route. */
export interface Raw {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** An empty object where the route takes none. */
  readonly body: unknown;
}

/** A route whose types have done their work: what the server serves and the reference prints. */
export interface Route extends Described {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType;
  run(raw: Raw, circumstances: Circumstances): Promise<unknown>;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

/** Declares one route. Its input is held against its shapes whole: every fault is told at once. */
export function endpoint<
  A extends z.ZodType,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>({ params, query, body, handle, ...described }: Spec<P, Q, B, A>): Route {
  return {
    ...described,
    params: params ?? nothing,
    query: query ?? nothing,
    body,
    run(raw, circumstances) {
      const given = check({ params, query, body }, raw);
      // The three shapes were parsed by their own schemas just above.
      return handle({ ...circumstances, ...given } as Parameters<typeof handle>[0]);
    },
  };
}

function check(
  shapes: { readonly [Part in keyof Raw]: z.ZodType | undefined },
  raw: Raw,
): { readonly [Part in keyof Raw]: unknown } {
  const read = {
    params: (shapes.params ?? nothing).safeParse(raw.params),
    query: (shapes.query ?? nothing).safeParse(raw.query),
    body: (shapes.body ?? nothing).safeParse(raw.body),
  };
  const errors = [
    ...fieldErrors('path', raw.params, read.params.error),
    ...fieldErrors('query', raw.query, read.query.error),
    ...fieldErrors('body', raw.body, read.body.error),
  ];
  if (errors.length > 0) throw new HttpFault('AVOW_REQUEST_INVALID', { errors });
  return { params: read.params.data, query: read.query.data, body: read.body.data };
}
