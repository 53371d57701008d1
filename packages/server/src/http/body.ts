import { readJson } from '../json/read.ts';
import { HttpFault } from './fault.ts';

/** How many bytes a body may hold, unless its route says otherwise. */
export const BODY_LIMIT = 256 * 1024;

/**
 * The JSON document that a request carries. Reads no further than `limit`, whatever the request
 * says of its own length. Throws `AVOW_BODY_TYPE`, `AVOW_BODY_TOO_LARGE` and what `readJson` throws.
 */
export async function readBody(request: Request, limit: number): Promise<unknown> {
  if (!isJson(request.headers)) throw new HttpFault('AVOW_BODY_TYPE');
  refuseLarge(request, limit);
  return readJson(await collect(request, limit));
}

/** Throws `AVOW_BODY_TOO_LARGE` for a body that says itself that it is. */
export function refuseLarge(request: Request, limit: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > limit) {
    throw new HttpFault('AVOW_BODY_TOO_LARGE');
  }
}

/** A body that is read while it comes. */
export interface Streamed {
  /** Its media type, without parameters. */
  readonly type: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * What a request carries, to be read no faster than it is wanted. Throws `AVOW_BODY_TYPE` for another type;
 * the pieces end with `AVOW_BODY_CUT_OFF` where the connection does before the body.
 */
export function streamed(request: Request, types: readonly string[]): Streamed {
  const type = typeOf(request.headers);
  if (type === undefined || !types.includes(type)) throw new HttpFault('AVOW_BODY_TYPE');
  return { type, pieces: piecesOf(request) };
}

async function* piecesOf({ body }: Request): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new HttpFault('AVOW_BODY_CUT_OFF');
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops listening wants no more of it.
    await reader.cancel().catch(() => undefined);
  }
}

function isJson(headers: Headers): boolean {
  return typeOf(headers) === 'application/json';
}

/** The media type; undefined where the content is encoded, which we do not undo. */
function typeOf(headers: Headers): string | undefined {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') return undefined;
  return headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}

async function collect(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new HttpFault('AVOW_BODY_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
