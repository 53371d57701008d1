import { UsageError } from '../arguments/usage.ts';

/**
 * What the environment says of a place for those whom a platform of its own signs in: who signs their
 * tokens, and where the place is, here and there.
 */
export interface SignedIn {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: URL;
  /** The path of the place, here and at the platform. */
  readonly at: string;
  /** The platform's origin. */
  readonly origin: string;
  readonly signIn: URL | undefined;
  /** Where people read the policy, a path or an address: its pages are below it. */
  readonly policy: string | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Which place: how its variables begin, what it is called, its path if nobody says another one. */
export interface Place {
  readonly prefix: 'AVOW_CENTRE' | 'AVOW_CONSOLE';
  readonly called: string;
  readonly at: string;
}

/** Reads them; undefined if there is to be no such place. A half of them is none: `UsageError` says which is missing. */
export function signedInAt(environment: Environment, place: Place): SignedIn | undefined {
  const { prefix, called } = place;
  const said = (name: string) => environment[`${prefix}_${name}`];
  const issuer = said('ISSUER');
  if (issuer === undefined) {
    const named = Object.keys(environment).find((name) => name.startsWith(`${prefix}_`));
    if (named === undefined) return undefined;
    throw new UsageError(`${named} is set and ${prefix}_ISSUER is not: say who signs.`);
  }
  const needed = (name: string): string => {
    const value = said(name);
    if (value) return value;
    throw new UsageError(
      `${prefix}_ISSUER is set and ${prefix}_${name} is not: the ${called} needs both.`,
    );
  };
  const [signIn, policy] = [said('SIGN_IN'), said('POLICY')];
  return {
    issuer,
    audience: needed('AUDIENCE'),
    keys: keysAt(`${prefix}_KEYS`, needed('KEYS')),
    at: pathOf(`${prefix}_AT`, said('AT') ?? place.at, place.at),
    origin: originOf(`${prefix}_ORIGIN`, needed('ORIGIN')),
    signIn: signIn ? address(`${prefix}_SIGN_IN`, signIn) : undefined,
    policy: policy ? policyAt(`${prefix}_POLICY`, policy) : undefined,
  };
}

/** Over https: whoever could change the keys on their way could be anybody. */
function keysAt(name: string, text: string): URL {
  const url = address(name, text);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || isHere) return url;
  throw new UsageError(`${name} is read over https, or over http on this machine.`);
}

/** A path as a place is mounted at: `such` is one. */
export function pathOf(name: string, text: string, such: string): string {
  if (/^(?:\/[a-z0-9-]+)+$/.test(text)) return text;
  throw new UsageError(`${name} is a path such as ${such}; "${text}" is none.`);
}

function policyAt(name: string, text: string): string {
  const isPath = /^\/(?!\/)/.test(text);
  const isAddress = /^https?:\/\//.test(text) && URL.canParse(text);
  // Links go on from it to the pages below it, and say in which language.
  const below = text.replace(/\/+$/, '');
  if ((isPath || isAddress) && below !== '' && !/[?#\s]/.test(text)) return below;
  throw new UsageError(
    `${name} is a path such as /policy, or an address such as https://avow.example/policy; "${text}" is none.`,
  );
}

function originOf(name: string, text: string): string {
  const { origin } = address(name, text);
  if (origin === text) return origin;
  throw new UsageError(
    `${name} is an origin such as https://app.example, without a path; "${text}" is none.`,
  );
}

function address(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && ['https:', 'http:'].includes(url.protocol)) return url;
  throw new UsageError(`${name} is an address such as https://app.example/; "${text}" is none.`);
}
