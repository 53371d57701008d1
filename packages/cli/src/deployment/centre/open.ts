import { type SubjectOf, subjectTokens } from '@avow/accounts/subject-token';
import { type Asked, privacyCentre } from '@avow/centre';
import type { Policy } from '@avow/policy';
import type { Application } from '@avow/server';
import type { Avow } from 'avow';
import { bearerOf } from '../bearer.ts';
import { mattersIn } from './matters.ts';
import type { CentreSettings } from './settings.ts';

/** How long ago somebody may have signed in to be believed when they want to be erased. */
const recent = 5 * 60_000;

type Vocabulary = Policy['vocabulary'];

/**
 * The privacy centre for people whom a platform of its own signs in. The platform sends their requests
 * on, each with a token that it signed just now; so there is no session here, no cookie and no state.
 */
export function openCentre(
  avow: Avow<Vocabulary>,
  policy: Policy,
  settings: CentreSettings,
): Application {
  const { issuer, audience, keys, at, origin, signIn } = settings;
  const tokens = subjectTokens({ avow, issuer, audience, keys });
  const subjectOf = async ({ request }: Asked): Promise<SubjectOf | undefined> => {
    const token = bearerOf(request);
    return token === undefined ? undefined : tokens.verify(token);
  };
  return privacyCentre({
    avow,
    at,
    origin,
    name: policy.title,
    async whoIs(asked) {
      const found = await subjectOf(asked);
      if (found === undefined) return undefined;
      return found.outcome === 'subject' ? { person: found.person } : 'turned-away';
    },
    ...(signIn && { signIn: (path: string) => withQuery(signIn, { next: path }) }),
    proof: {
      by: 'sign-in',
      async isRecent(asked) {
        const found = await subjectOf(asked);
        if (found?.outcome !== 'subject' || found.authenticated === undefined) return false;
        const since = Date.now() - found.authenticated;
        return since > -30_000 && since <= recent;
      },
      ...(signIn && { again: withQuery(signIn, { next: `${at}/leave`, prompt: 'login' }) }),
    },
    nameOf: (party) => (isPerson(party) ? undefined : party),
    ...(settings.policy && { policy: settings.policy }),
    ...(settings.matters && { matters: mattersIn(avow, settings.matters) }),
  });
}

/** Other users are told by nothing but their class; a party by the platform's own name for it. */
const isPerson = (party: string): boolean => /^[0-9a-f]{32}$/.test(party);

function withQuery(address: URL, more: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.href;
}
