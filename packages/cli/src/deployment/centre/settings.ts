import { resolve } from 'node:path';
import { UsageError } from '../../arguments/usage.ts';

/** What the environment says of the privacy centre, and of the platform that signs its people in. */
export interface CentreSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: URL;
  /** The path of the centre, here and at the platform. */
  readonly at: string;
  /** The platform's origin. */
  readonly origin: string;
  readonly signIn: URL | undefined;
  readonly policy: string | undefined;
  /** The file of what people are asked to allow. */
  readonly matters: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads them; undefined if there is to be no centre. A half of them is none: `UsageError` says which is missing. */
export function centreIn(environment: Environment, here: string): CentreSettings | undefined {
  const issuer = environment['AVOW_CENTRE_ISSUER'];
  const named = Object.keys(environment).find((name) => name.startsWith('AVOW_CENTRE_'));
  if (issuer === undefined) {
    if (named === undefined) return undefined;
    throw new UsageError(`${named} is set and AVOW_CENTRE_ISSUER is not: say who signs.`);
  }
  const needed = (name: string): string => {
    const value = environment[name];
    if (value) return value;
    throw new UsageError(`AVOW_CENTRE_ISSUER is set and ${name} is not: the centre needs both.`);
  };
  const { AVOW_CENTRE_AT = '/me', AVOW_CENTRE_SIGN_IN, AVOW_CENTRE_POLICY } = environment;
  const { AVOW_CENTRE_MATTERS } = environment;
  return {
    issuer,
    audience: needed('AVOW_CENTRE_AUDIENCE'),
    keys: keysAt(needed('AVOW_CENTRE_KEYS')),
    at: pathOf(AVOW_CENTRE_AT),
    origin: originOf(needed('AVOW_CENTRE_ORIGIN')),
    signIn: AVOW_CENTRE_SIGN_IN ? address('AVOW_CENTRE_SIGN_IN', AVOW_CENTRE_SIGN_IN) : undefined,
    policy: AVOW_CENTRE_POLICY || undefined,
    matters: AVOW_CENTRE_MATTERS ? resolve(here, AVOW_CENTRE_MATTERS) : undefined,
  };
}

/** Over https: whoever could change the keys on their way could be anybody. */
function keysAt(text: string): URL {
  const url = address('AVOW_CENTRE_KEYS', text);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || isHere) return url;
  throw new UsageError('AVOW_CENTRE_KEYS is read over https, or over http on this machine.');
}

function pathOf(text: string): string {
  if (/^(?:\/[a-z0-9-]+)+$/.test(text)) return text;
  throw new UsageError(`AVOW_CENTRE_AT is a path such as /me; "${text}" is none.`);
}

function originOf(text: string): string {
  const { origin } = address('AVOW_CENTRE_ORIGIN', text);
  if (origin === text) return origin;
  throw new UsageError(
    `AVOW_CENTRE_ORIGIN is an origin such as https://app.example, without a path; "${text}" is none.`,
  );
}

function address(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && ['https:', 'http:'].includes(url.protocol)) return url;
  throw new UsageError(`${name} is an address such as https://app.example/; "${text}" is none.`);
}
