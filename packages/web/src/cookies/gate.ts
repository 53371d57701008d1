import { AsyncLocalStorage } from 'node:async_hooks';
import type { Words } from '@avow/policy';
import type {
  CookieDecided,
  CookieOf,
  Cookies,
  ListedCookie,
  PersonId,
  StrayCookie,
  Subjects,
} from 'avow';
import { browsersOf } from './browsers.ts';
import { cookieHeader, cookiesIn, isRemoval, removing, settingIn } from './header.ts';
import { Recently } from './recently.ts';
import { heldTo, removal } from './within.ts';

export interface GateOptions {
  readonly avow: {
    readonly cookies: Pick<Cookies<Words>, 'find' | 'set' | 'read' | 'mayRead' | 'stray'>;
    readonly subjects: Pick<Subjects<Words>, 'create' | 'browser' | 'browserFound'>;
  };
  /**
   * Whose browser it is, told by its cookies: a session is looked up, say. Gets those that the register
   * lists. It has to look before anything can be decided, and must keep nothing of it.
   */
  subject(
    cookies: ReadonlyMap<string, string>,
  ): PersonId | undefined | Promise<PersonId | undefined>;
  /** Told of each cookie that was stopped because no register lists it. */
  stray?(stray: StrayCookie): void;
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
  /** Who is known behind the browser, by the cookies it presented. */
  readonly subject: PersonId | undefined;
  /** Whether the browser asks not to be tracked. */
  readonly signals: boolean;
  /** The listed cookies that the browser presented, whether or not they may be read. */
  readonly presented: readonly string[];
  /** Whether cookies of a purpose would be read now; on no record, so for hiding and stopping only. */
  mayRead(purpose: string): Promise<boolean>;
  /**
   * Decides about setting a cookie now, rather than when the answer leaves. Somebody who comes in by
   * this very request is named; else it is about whoever is known. The cookie then leaves, or stays
   * behind, under this decision: one setting, one record.
   */
  decide(cookie: { readonly name: string; readonly person?: PersonId }): Promise<CookieDecided>;
}

export interface CookieGate {
  enter(arrival: Arrival): Promise<Passage>;
  /** Runs what answers a request, so that `here` and `set` find its passage. */
  within<Answer>(passage: Passage, run: () => Answer): Answer;
  /** The passage of the request that is being answered; undefined outside of one. */
  here(): Passage | undefined;
  /**
   * `avow.cookies.set` for whoever sets cookies behind the gate. Within a request the decision is the
   * passage's, so that the gate does not make it once more when the cookie leaves. It is the gate that
   * asked: nobody can tell it that something was decided.
   */
  set(what: CookieOf): Promise<CookieDecided>;
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
  const browsers = browsersOf(avow.subjects);
  const passages = new AsyncLocalStorage<Passage>();
  const readOnRecord = new Recently(now);
  const stopped = (name: string, where: StrayCookie['where']) => {
    // Taken down whether or not anybody wants to be told.
    const stray = cookies.stray({ name, where });
    options.stray?.(stray);
  };

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
      const signals = gpc === '1';
      // Settled at the first cookie: a request without any costs nothing.
      let found: Promise<PersonId> | undefined;
      const person = () => (found ??= browsers.find(subject, signals));

      const refused = new Map<string, ListedCookie>();
      for (const { name, entry } of sent) {
        const isRead = await isDecided(async () => mayRead(await person(), name, entry.purpose));
        if (!isRead) refused.set(name, entry);
      }
      const passed = sent.filter(({ name }) => !refused.has(name));
      const decided = new Map<string, CookieDecided>();
      return {
        subject,
        signals,
        presented: [...presented.keys()],
        mayRead: (purpose) => isDecided(async () => cookies.mayRead(await person(), purpose)),
        async decide({ name, person: named }) {
          // No outcome of an earlier question about this cookie stands while this one is open.
          decided.delete(name);
          const whose = named === undefined ? await person() : await browsers.named(named, signals);
          const decision = await cookies.set({ person: whose, name });
          decided.set(name, decision);
          return decision;
        },
        cookie: cookieHeader(passed.map(({ name, value }) => [name, value])),
        removes: refused.size > 0,
        leave: (settings) => leave(settings, { person, presented, refused, decided }),
      };
    },
    within: (passage, run) => passages.run(passage, run),
    here: () => passages.getStore(),
    set: (what) => passages.getStore()?.decide(what) ?? cookies.set(what),
  };

  async function leave(
    settings: readonly string[],
    { person, presented, refused, decided }: OnTheWay,
  ): Promise<readonly string[]> {
    const leaving = new Map<string, string>();
    for (const header of settings) {
      const setting = settingIn(header);
      if (setting === undefined) continue;
      const { name } = setting;
      const entry = cookies.find(name);
      if (isRemoval(setting, now())) {
        leaving.delete(name);
        // One that would have come and did not is not there: whoever keeps none is sent none.
        if (presented.has(name) || !comesHere(entry)) leaving.set(name, removing(setting));
      } else if (entry === undefined) stopped(name, 'set');
      else {
        const set = async () => decided.get(name) ?? cookies.set({ person: await person(), name });
        if (await isDecided(async () => (await set()).permitted))
          leaving.set(name, heldTo(entry, setting, now()));
      }
    }
    const removed = [...refused].filter(([name]) => !leaving.has(name));
    return [...leaving.values(), ...removed.map(([name, entry]) => removal(name, entry))];
  }
}

/** Whether a browser that has a cookie sends it with every request; of one that is not listed nobody knows. */
const comesHere = (entry: ListedCookie | undefined): boolean =>
  entry !== undefined && (entry.path ?? '/') === '/';

/** What is known of a request by the time its answer leaves. */
interface OnTheWay {
  readonly person: () => Promise<PersonId>;
  /** The listed cookies that came. */
  readonly presented: ReadonlyMap<string, string>;
  /** Cookies that came and may not be read. */
  readonly refused: ReadonlyMap<string, ListedCookie>;
  /** What was decided on the way about cookies to be set. */
  readonly decided: ReadonlyMap<string, CookieDecided>;
}
