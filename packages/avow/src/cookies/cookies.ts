import { findCookie, type Words } from '@avow/policy';
import { previewWith } from '../act/preview.ts';
import { consentsOf } from '../consents/consents.ts';
import { cookie } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Consent } from '../face/consents.ts';
import type { CookieDecided, CookieOf, Cookies, ListedCookie } from '../face/cookies.ts';
import type { PersonId } from '../face/ids.ts';
import { actWith } from '../records/disclose.ts';
import { straysOf } from './strays.ts';

/** The register of the policy in force, decided about one cookie at a time. */
export function cookiesOf(deployment: Deployment, now: () => number): Cookies<Words> {
  const register = () => deployment.policy.current().policy.cookies ?? {};
  const act = actWith(deployment);
  const preview = previewWith(deployment, now);
  const consents = consentsOf(deployment);

  const decide = async (action: string, { person, name }: CookieOf): Promise<CookieDecided> => {
    const listed = findCookie(register(), name);
    if (listed === undefined) return { permitted: false, by: 'register' };
    const decided = await act(action, about(person, listed.purpose));
    return decided.permitted ? { ...decided, value: { cookie: listed } } : decided;
  };

  const list = (): ListedCookie[] =>
    Object.entries(register()).map(([listed, entry]) => ({ ...entry, listed }));

  return {
    ...straysOf(deployment.telemetry, now),
    find: (name) => findCookie(register(), name),
    list,
    purposes: () => [...new Set(list().map(({ purpose }) => purpose))],
    set: (what) => decide(cookie.set, what),
    read: (what) => decide(cookie.read, what),
    mayRead: async (person, purpose) =>
      (await preview(cookie.read, about(person, purpose))).permitted,
    question: (purpose, language) => consents.question({ ...choiceOn(purpose), language }),

    async choose({ person, purpose, answer, language, ...options }) {
      const choice = { person, language, ...choiceOn(purpose), ...options };
      if (answer === 'accept') return consents.give(choice);
      const given = lastOn(await consents.list(person), purpose);
      return given?.state === 'given'
        ? consents.withdraw({ person, consent: given.consent, ...options })
        : consents.refuse(choice);
    },

    async choices(person) {
      const made = await consents.list(person);
      const purposes = [...new Set(list().map(({ purpose }) => purpose))];
      return Object.fromEntries(
        purposes.flatMap((purpose) => {
          const state = lastOn(made, purpose)?.state;
          return state ? [[purpose, state === 'given' ? 'accept' : 'reject']] : [];
        }),
      );
    },
  };
}

const about = (person: PersonId, purpose: string) => ({
  person,
  purpose,
  categories: [cookie.identifier],
});

const choiceOn = (purpose: string) =>
  ({
    party: 'platform',
    action: cookie.set,
    purposes: [purpose],
    categories: [cookie.identifier],
  }) as const;

/** The last word on the cookies of a purpose; choices come newest first. */
const lastOn = (choices: readonly Consent<Words>[], purpose: string) =>
  choices.find(
    ({ party, action, purposes }) =>
      party === 'platform' && action === cookie.set && purposes.includes(purpose),
  );
