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

function isJson(headers: Headers): boolean {
  const essence = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  return essence === 'application/json' && encoding === 'identity';
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
