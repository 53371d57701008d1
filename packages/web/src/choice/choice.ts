import type { Words } from '@avow/policy';
import type { Cookies, PersonId, Subjects } from 'avow';
import type { CookieGate, Passage } from '../cookies/gate.ts';
import { removal } from '../cookies/within.ts';
import { rememberedBy } from './remembered.ts';

export type Answer = 'accept' | 'reject';

/** What a choice about cookies works with. */
export interface ChoiceOptions {
  readonly avow: {
    readonly cookies: Pick<
      Cookies<Words>,
      'find' | 'list' | 'purposes' | 'question' | 'choose' | 'choices'
    >;
    readonly subjects: Pick<Subjects<Words>, 'create' | 'get' | 'browser' | 'pseudonym'>;
  };
  readonly gate: CookieGate;
  /** Purposes that are not asked about beforehand: their cookies are told of where a feature needs one. */
  readonly needed: readonly string[];
  /** The listed cookie that remembers a yes of somebody without an account. Its purpose is a needed one. */
  readonly remember: string;
  /** After a no: what the cookies of these purposes yielded is to go, say. */
  rejected?(person: PersonId, purposes: readonly string[]): Promise<void>;
}

/** How things stand with one purpose that is asked about. */
export interface Standing {
  readonly purpose: string;
  /** The last word; undefined: none was said. */
  readonly answer: Answer | undefined;
  /** Whether its cookies are set and read now, as the policy says. */
  readonly isAllowed: boolean;
}

/** How things stand with somebody's cookies. */
export interface State {
  /** Whether somebody is known behind the browser: their account, or a device that said yes. */
  readonly isKnown: boolean;
  /** The browser asks not to be tracked (Global Privacy Control). */
  readonly signals: boolean;
  readonly standings: readonly Standing[];
  /** Whether there is still something to ask. The browser's own no is an answer until the person gives one. */
  readonly asks: boolean;
}

/** What came of an answer. */
export interface Answered {
  /** The `Set-Cookie` headers that go with the page which says so. */
  readonly settings: readonly string[];
  readonly allowed: readonly string[];
}

export interface CookieChoice {
  /** Whose browser it is by the cookie that remembers; for the gate's `subject`, after the account. */
  deviceIn(cookies: ReadonlyMap<string, string>): PersonId | undefined;
  /** The purposes that people are asked about. */
  purposes(): readonly string[];
  state(passage: Passage): Promise<State>;
  /**
   * Takes an answer for each purpose named. It is on record, and holds, when this resolves. A no of
   * somebody unknown is kept nowhere, since it is how things stand without one; a yes makes a device and
   * the cookie that remembers it. What a rejected purpose had set is removed by name, path and domain.
   */
  answer(
    passage: Passage,
    answers: ReadonlyMap<string, Answer>,
    language: string,
  ): Promise<Answered>;
}

export function cookieChoice(options: ChoiceOptions): CookieChoice {
  const { avow, needed, remember } = options;
  const { cookies, subjects } = avow;
  const remembered = rememberedBy(subjects);
  const purposes = () => cookies.purposes().filter((purpose) => !needed.includes(purpose));

  /** Somebody without an account says yes: from now on they are a device. */
  async function newDevice({ signals }: Passage): Promise<PersonId> {
    const { person } = await subjects.create({ kind: 'device' });
    // Before the choice: it stands against what the browser asks for only if it is the later of the two.
    await subjects.browser(person, { blocksCookies: false, signalsOptOut: signals });
    return person;
  }

  async function isDevice(person: PersonId): Promise<boolean> {
    return (await subjects.get(person))?.kind === 'device';
  }

  /** Takes away what the browser presented of these purposes, and what it would present elsewhere only. */
  function removalsOf(rejected: readonly string[], passage: Passage): string[] {
    const elsewhere = cookies
      .list()
      .filter(({ listed, path = '/' }) => path !== '/' && !listed.endsWith('*'));
    const names = new Set([...elsewhere.map(({ listed }) => listed), ...passage.presented]);
    return [...names].flatMap((name) => {
      const entry = cookies.find(name);
      return entry !== undefined && rejected.includes(entry.purpose) ? [removal(name, entry)] : [];
    });
  }

  /** The cookie that remembers a device, as long as it allows something. */
  async function remembering(passage: Passage, device: PersonId, isNeeded: boolean) {
    const entry = cookies.find(remember);
    if (entry === undefined) return [];
    if (!isNeeded) return passage.presented.includes(remember) ? [removal(remember, entry)] : [];
    const { permitted } = await passage.decide({ name: remember, person: device });
    const life = (entry.days ?? 0) * 24 * 60 * 60;
    const value = remembered.valueFor(device);
    return permitted ? [`${remember}=${value}; Max-Age=${life}; SameSite=Lax`] : [];
  }

  return {
    deviceIn: (presented) => remembered.deviceIn(presented.get(remember)),
    purposes,

    async state(passage) {
      const { subject, signals } = passage;
      const said = subject === undefined ? {} : await cookies.choices(subject);
      const standings = await Promise.all(
        purposes().map(
          async (purpose): Promise<Standing> => ({
            purpose,
            answer: said[purpose],
            isAllowed: subject !== undefined && (await passage.mayRead(purpose)),
          }),
        ),
      );
      const isOpen = standings.some(({ answer }) => answer === undefined);
      return { isKnown: subject !== undefined, signals, standings, asks: isOpen && !signals };
    },

    async answer(passage, answers, language) {
      const rejected = [...answers].flatMap(([purpose, answer]) =>
        answer === 'reject' ? [purpose] : [],
      );
      const isYes = rejected.length < answers.size;
      const removals = removalsOf(rejected, passage);
      if (passage.subject === undefined && !isYes) return { settings: removals, allowed: [] };
      const person = passage.subject ?? (await newDevice(passage));
      // The noes first: cut off in between, it is a yes that is missing.
      const inOrder = [...answers].sort(
        ([, a], [, b]) => Number(a === 'accept') - Number(b === 'accept'),
      );
      for (const [purpose, answer] of inOrder) {
        await cookies.choose({ person, purpose, answer, language });
      }
      if (rejected.length > 0) await options.rejected?.(person, rejected);
      const said = await cookies.choices(person);
      const allowed = purposes().filter((purpose) => said[purpose] === 'accept');
      const kept = (await isDevice(person))
        ? await remembering(passage, person, allowed.length > 0)
        : [];
      return { settings: [...removals, ...kept], allowed };
    },
  };
}
