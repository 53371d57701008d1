import { subjectTokens } from '@avow/accounts/subject-token';
import { disclosurePortal } from '@avow/console';
import type { Policy } from '@avow/policy';
import type { Application } from '@avow/server';
import type { Avow } from 'avow';
import { bearerOf } from '../bearer.ts';
import type { CentreSettings } from '../centre/settings.ts';
import type { ConsoleSettings } from './settings.ts';

/**
 * Where whoever holds no key takes up what the desk disclosed to them. An authority comes with a link and a code, and is
 * signed in nowhere; another user comes as the platform says, where it signs people in for their centre.
 */
export function openPortal(
  avow: Avow<Policy['vocabulary']>,
  policy: Policy,
  { portal: at, policy: published }: ConsoleSettings,
  centre: CentreSettings | undefined,
): Application {
  const tokens = centre && subjectTokens({ avow, ...centre });
  const signIn = centre?.signIn;
  return disclosurePortal({
    avow,
    at,
    name: policy.title,
    async whoIs({ request }) {
      const token = bearerOf(request);
      const found = token === undefined ? undefined : await tokens?.verify(token);
      return found?.outcome === 'subject' ? found.person : undefined;
    },
    ...(signIn && {
      signIn: (path: string) => {
        const url = new URL(signIn);
        url.searchParams.set('next', path);
        return url.href;
      },
    }),
    ...(published && { policy: published }),
  });
}
