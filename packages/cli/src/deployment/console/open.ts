import { operatorTokens } from '@avow/accounts/operator-token';
import { operatorsConsole } from '@avow/console';
import type { Policy } from '@avow/policy';
import type { Application } from '@avow/server';
import type { Avow } from 'avow';
import { bearerOf } from '../bearer.ts';
import type { ConsoleSettings } from './settings.ts';

type Vocabulary = Policy['vocabulary'];

/**
 * The console for operators whom a platform of its own signs in. It sends their requests on, each with a
 * token that it signed just now, which says who it is, as what, and that a second factor was asked for.
 */
export function openConsole(
  avow: Avow<Vocabulary>,
  policy: Policy,
  settings: ConsoleSettings,
): Application {
  const { issuer, audience, keys, at, origin, portal, signIn, policy: published } = settings;
  const tokens = operatorTokens({ avow, issuer, audience, keys });
  return operatorsConsole({
    avow,
    at,
    origin,
    name: policy.title,
    portal: `${origin}${portal}`,
    async whoIs({ request }) {
      const token = bearerOf(request);
      const found = token === undefined ? undefined : await tokens.verify(token);
      if (found === undefined) return undefined;
      if (found.outcome === 'refused') return 'turned-away';
      return { operator: found.operator, role: found.role };
    },
    ...(signIn && {
      signIn: (path: string) => {
        const url = new URL(signIn);
        url.searchParams.set('next', path);
        return url.href;
      },
    }),
    ...(published && { policy: published, clauses: besideOf(published) }),
  });
}

/** The clauses at work stand beside the policy, wherever that is published. */
const besideOf = (policy: string): string => policy.replace(/[^/]*$/, 'clauses');
