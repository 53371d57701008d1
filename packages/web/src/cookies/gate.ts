import type { Words } from '@avow/policy';
import type { Cookies, ListedCookie, PersonId, Subjects } from 'avow';
import { cookieHeader, cookiesIn, isRemoval, settingIn } from './header.ts';
import { Recently } from './recently.ts';
import { heldTo, removal } from './within.ts';

/** A cookie that no register lists, and where it was stopped. */
export interface Stray {
  /**
   * Its name, each run of digits as `0`: a name may hold what tells people apart. `?` for one that is no
   * token (RFC 6265 section 4.1.1): a browser sends whatever somebody wrote there.
   */
  readonly name: string;
  /** `sent` by a browser, or `set` by the application. */
  readonly where: 'sent' | 'set';
}

export interface GateOptions {
  readonly avow: {
    readonly cookies: Pick<Cookies<Words>, 'find' | 'set' | 'read' | 'mayRead'>;
    readonly subjects: Pick<Subjects<Words>, 'create' | 'browser'>;
  };
  /**
   * Whose browser it is, told by its cookies: a session is looked up, say. Gets those that the register
   * lists. It has to look before anything can be decided, and must keep nothing of it.
   */
  subject(
    cookies: ReadonlyMap<string, string>,
  ): PersonId | undefined | Promise<PersonId | undefined>;
  /** Told of each cookie that was stopped because no register lists it. */
  stray?(stray: Stray): void;
  /** Told of a fault while deciding; the cookies concerned are stopped. */
  fault?(problem: unknown): void;
  readonly now?: () => number;
}

/** What a request says of its browser. */
export interface Arrival {
  readonly cookie: string | undefined;
  /** `Sec-GPC` (Global Privacy Control); anything but `1` says nothing. */
  readonly gpc: string | undefined;
}

/** One request between its way in and its way out. */
export interface Passage {
  /** The `Cookie` header that the application may see. */
  readonly cookie: string | undefined;
  /** Whether something leaves even if the application sets nothing: what was refused is removed. */
  readonly removes: boolean;
  /** The `Set-Cookie` headers that may leave. What they rest on is on record by then. */
  leave(settings: readonly string[]): Promise<readonly string[]>;
}

export interface CookieGate {
  enter(arrival: Arrival): Promise<Passage>;
}

/**
 * Stands between browsers and an application: what the policy does not permit is neither read nor set,
 * and what no register lists is stopped and reported. Each setting is a decision of its own. Readings are
 * held to the policy every time, and put on record once an hour for each cookie and browser. Whatever
 * cannot be decided is stopped.
 */
export function cookieGate(options: GateOptions): CookieGate {
  const { avow, now = Date.now } = options;
  const { cookies } = avow;
  const browsers = browsersOf(avow.subjects, now);
  const readOnRecord = new Recently(now);
  const stopped = (name: string, where: Stray['where']) =>
    options.stray?.({ name: reportable(name), where });

  async function isDecided(decision: () => Promise<boolean>): Promise<boolean> {
    try {
      return await decision();
    } catch (problem) {
      options.fault?.(problem);
      return false;
    }
  }

  async function mayRead(person: PersonId, name: string, purpose: string): Promise<boolean> {
    const reading = JSON.stringify([person, name]);
    if (readOnRecord.has(reading)) return cookies.mayRead(person, purpose);
    const { permitted } = await cookies.read({ person, name });
    if (permitted) readOnRecord.add(reading);
    return permitted;
  }

  /** The cookies that came, as far as the register lists them. */
  function listedIn(header: string | undefined) {
    return cookiesIn(header).flatMap(([name, value]) => {
      const entry = cookies.find(name);
      if (entry === undefined) stopped(name, 'sent');
      return entry === undefined ? [] : [{ name, value, entry }];
    });
  }

  return {
    async enter({ cookie, gpc }) {
      const sent = listedIn(cookie);
      const presented = new Map(sent.map(({ name, value }) => [name, value]));
      const subject = await options.subject(presented);
      // Settled at the first cookie: a request without any costs nothing.
      let found: Promise<PersonId> | undefined;
      const person = () => (found ??= browsers.find(subject, gpc === '1'));

      const refused = new Map<string, ListedCookie>();
      for (const { name, entry } of sent) {
        const isRead = await isDecided(async () => mayRead(await person(), name, entry.purpose));
        if (!isRead) refused.set(name, entry);
      }
      const passed = sent.filter(({ name }) => !refused.has(name));
      return {
        cookie: cookieHeader(passed.map(({ name, value }) => [name, value])),
        removes: refused.size > 0,
        leave: (settings) => leave(settings, person, refused),
      };
    },
  };

  async function leave(
    settings: readonly string[],
    person: () => Promise<PersonId>,
    refused: ReadonlyMap<string, ListedCookie>,
  ): Promise<readonly string[]> {
    const leaving = new Map<string, string>();
    for (const header of settings) {
      const setting = settingIn(header);
      if (setting === undefined) continue;
      const { name } = setting;
      const entry = cookies.find(name);
      if (isRemoval(setting, now())) leaving.set(name, header);
      else if (entry === undefined) stopped(name, 'set');
      else {
        const set = async () => (await cookies.set({ person: await person(), name })).permitted;
        if (await isDecided(set)) leaving.set(name, heldTo(entry, setting, now()));
      }
    }
    const removed = [...refused].filter(([name]) => !leaving.has(name));
    return [...leaving.values(), ...removed.map(([name, entry]) => removal(name, entry))];
  }
}

/** The people and devices that decisions about cookies are about. */
function browsersOf(subjects: GateOptions['avow']['subjects'], now: () => number) {
  const heeded = new Recently(now);
  const strangers = new Map<boolean, Promise<PersonId>>();

  /** Writes down whether the browser asks not to be tracked, where that is news. */
  async function heed(person: PersonId, signalsOptOut: boolean): Promise<PersonId> {
    const finding = (signals: boolean) => JSON.stringify([person, signals]);
    if (!heeded.has(finding(signalsOptOut))) {
      await subjects.browser(person, { blocksCookies: false, signalsOptOut });
      heeded.delete(finding(!signalsOptOut));
      heeded.add(finding(signalsOptOut));
    }
    return person;
  }

  /**
   * All browsers that nobody is known behind are decided about as one: a device that has chosen nothing.
   * So none of them needs an id to be told apart by.
   */
  function stranger(signals: boolean): Promise<PersonId> {
    const made =
      strangers.get(signals) ??
      subjects.create({ kind: 'device' }).then(({ person }) => heed(person, signals));
    strangers.set(signals, made);
    made.catch(() => strangers.delete(signals));
    return made;
  }

  return {
    find: (subject: PersonId | undefined, signals: boolean) =>
      subject === undefined ? stranger(signals) : heed(subject, signals),
  };
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const reportable = (name: string) =>
  token.test(name) ? name.replaceAll(/\d+/g, '0').slice(0, 64) : '?';
