import type { Context } from 'hono';
import { OAuthFault } from './fault.ts';

/** An assertion is a signature and a few claims; what is longer is something else. */
const LONGEST = 16_384;

/** What is asked of the token endpoint, as far as we read it: no name twice (RFC 6749 §3.2). */
export async function readForm(c: Context): Promise<ReadonlyMap<string, string>> {
  const [type] = (c.req.header('content-type') ?? '').split(';', 1);
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new OAuthFault('invalid_request', 'the body must be a form');
  }
  const body = await c.req.text();
  if (body.length > LONGEST) throw new OAuthFault('invalid_request', 'the body is too long');
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (fields.has(name)) throw new OAuthFault('invalid_request', 'a parameter came twice');
    fields.set(name, value);
  }
  return fields;
}
