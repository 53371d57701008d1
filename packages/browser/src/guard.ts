import { decided, tellable } from './report.ts';
import { heldTo, isRemoval, listedIn, removal, type Setting, settingIn } from './setting.ts';
import type { Listed, State } from './state.ts';

interface Waiting {
  readonly setting: Setting;
  readonly listed: Listed;
}

/**
 * Goes before `document.cookie` and `cookieStore`. What is not listed, is not for scripts, or serves a
 * purpose that is not allowed, is stopped and reported. What may be set waits until the server has decided
 * and put it on record; meanwhile whoever wrote it reads it back. A cookie may always be taken away.
 */
export function guard(state: State): void {
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  if (native?.get === undefined || native.set === undefined) return;
  const read = native.get;
  const write = native.set;
  const waiting = new Map<string, Waiting>();
  const told = new Set<string>();

  /** The entry under which a script may set this; undefined: it is stopped, and the server told once. */
  function allowedEntry(name: string): Listed | undefined {
    const listed = listedIn(state.cookies, name);
    if (listed?.scripts && state.allowed.includes(listed.purpose)) return listed;
    const named = listed === undefined ? tellable(name) : name;
    if (!told.has(named)) void decided(state.base, named);
    told.add(named);
    return undefined;
  }

  async function settle(page: Document, name: string): Promise<void> {
    const isPermitted = await decided(state.base, name);
    // Whatever was written last counts; what was written meanwhile waits under the same name.
    const last = waiting.get(name);
    waiting.delete(name);
    if (isPermitted && last) write.call(page, heldTo(last.listed, last.setting));
  }

  Object.defineProperty(Document.prototype, 'cookie', {
    enumerable: true,
    configurable: false,
    get(this: Document) {
      const there = String(read.call(this)).split('; ').filter(Boolean);
      const others = there.filter((pair) => !waiting.has(settingIn(pair).name));
      const coming = [...waiting.values()].map(
        ({ setting: { name, value } }) => `${name}=${value}`,
      );
      return [...others, ...coming].join('; ');
    },
    set(this: Document, text: unknown) {
      const setting = settingIn(String(text));
      const { name } = setting;
      if (isRemoval(setting)) {
        waiting.delete(name);
        write.call(this, removal(setting));
        return;
      }
      const listed = allowedEntry(name);
      if (listed === undefined) return;
      const isAsked = waiting.has(name);
      waiting.set(name, { setting, listed });
      if (!isAsked) void settle(this, name);
    },
  });
  guardStore(state, allowedEntry, (text) => write.call(document, text));
}

/** The same for the Cookie Store API, where the browser has it. */
function guardStore(
  state: State,
  allowedEntry: (name: string) => Listed | undefined,
  write: (text: string) => void,
): void {
  if (typeof CookieStore === 'undefined') return;
  Object.defineProperty(CookieStore.prototype, 'set', {
    enumerable: true,
    configurable: false,
    async value(what: string | CookieInit, value = '') {
      const given: CookieInit = typeof what === 'string' ? { name: what, value } : what;
      const name = String(given.name);
      const listed = allowedEntry(name);
      if (listed === undefined || !(await decided(state.base, name))) {
        throw new DOMException(`The policy does not permit this cookie.`, 'NotAllowedError');
      }
      const { expires, sameSite = 'strict', partitioned } = given;
      const life = expires == null ? '' : `; Expires=${new Date(expires).toUTCString()}`;
      const apart = partitioned ? '; Partitioned' : '';
      const text = `${name}=${given.value}${life}; SameSite=${sameSite}; Secure${apart}`;
      write(heldTo(listed, settingIn(text)));
    },
  });
}
