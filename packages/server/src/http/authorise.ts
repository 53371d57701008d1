import type { Context } from 'hono';
import { presentedIn } from '../keys/presented.ts';
import type { Scope } from '../keys/scopes.ts';
import type { ApiKey, ApiKeys } from '../keys/store.ts';
import { HttpFault } from './fault.ts';

/** RFC 6750 §3: how a client learns what kind of credential is wanted. */
const challenge = { 'www-authenticate': 'Bearer realm="avow"' };

/**
 * The key that a request presents (RFC 6750 §2.1), if it may do what is asked. Rejects with
 * `AVOW_KEY_MISSING`, `AVOW_KEY_REFUSED`, or `AVOW_SCOPE_MISSING` which names the scope.
 */
export async function authorise(c: Context, scope: Scope, keys: ApiKeys): Promise<ApiKey> {
  const presented = presentedIn(c.req.header('authorization'));
  if (presented === undefined) throw new HttpFault('AVOW_KEY_MISSING', { headers: challenge });
  const key = await keys.verify(presented);
  if (!key) {
    c.get('admission')?.refused();
    throw new HttpFault('AVOW_KEY_REFUSED', { headers: challenge });
  }
  c.get('admission')?.accepted();
  if (!key.scopes.includes(scope)) {
    throw new HttpFault('AVOW_SCOPE_MISSING', { about: { scope } });
  }
  return key;
}
