import { numbered } from '../compile/numbered.ts';
import { permitsCookie } from '../model/cookie.ts';
import type { Policy } from '../model/policy.ts';
import type { Finding } from './finding.ts';

/** Cookies that are listed and can never be set. */
export function checkCookies(policy: Policy): readonly Finding[] {
  const permits = numbered(policy, 'permit');
  return Object.entries(policy.cookies ?? {})
    .filter(([, cookie]) => !permits.some(({ backing }) => permitsCookie(backing, cookie)))
    .map(([name, { purpose, by }]) => ({
      severity: 'warning',
      code: 'AVOW_COOKIE_UNPERMITTED',
      words: `no rule permits anything for "${purpose}" to "${by}", so the cookie ${name} is never set`,
    }));
}
