import { resolve } from 'node:path';
import { UsageError } from '../arguments/usage.ts';
import { type CentreSettings, centreIn } from './centre/settings.ts';
import { type ConsoleSettings, consoleIn } from './console/settings.ts';
import { type DirectorySettings, directoryIn } from './directory.ts';
import { type Bounds, boundsIn } from './limits.ts';
import { type MailSettings, mailIn } from './mail/settings.ts';
import { namedIn, type Places, placesIn } from './places.ts';
import { regionsIn } from './regions.ts';

/** What the environment says about a deployment that is to be started. */
export interface Settings {
  readonly places: Places;
  readonly port: number;
  /** The address to listen at. */
  readonly host: string;
  /** The origin at which parties reach the server; absent: they come from this machine alone. */
  readonly url: string | undefined;
  /** `production` makes up no passphrase: a lost one is lost data, so someone must have chosen it. */
  readonly mode: 'production' | 'development';
  /** The log's name, and the region of the policy; the library's own defaults if not said. */
  readonly origin: string | undefined;
  readonly region: string | undefined;
  /** Where the deployments of other regions are, by the name of the region. */
  readonly regions: Readonly<Record<string, string>>;
  /** Where it is looked up which region somebody is at home in. */
  readonly directory: DirectorySettings | undefined;
  readonly bounds: Bounds;
  /** The folder that backups are taken into; measures and drills look there. */
  readonly backups: string | undefined;
  /** The privacy centre, for people whom a platform of its own signs in; absent: there is none. */
  readonly centre: CentreSettings | undefined;
  /** The console, for operators whom a platform of its own signs in; absent: there is none. */
  readonly console: ConsoleSettings | undefined;
  /** The mail server that people are written over; absent: they read everything where they sign in. */
  readonly mail: MailSettings | undefined;
}

/** Reads the settings. `UsageError` names the variable that says something else than it may. */
export function settingsIn(
  environment: Readonly<Record<string, string | undefined>>,
  here: string,
): Settings {
  const { PORT = '4000', HOST = '127.0.0.1', NODE_ENV } = environment;
  const { AVOW_ENV = NODE_ENV === 'production' ? NODE_ENV : 'development' } = environment;
  const { AVOW_ORIGIN, AVOW_REGION, AVOW_REGIONS, AVOW_BACKUPS, AVOW_URL } = environment;
  return {
    places: placesIn(namedIn(environment), here),
    port: portOf(PORT),
    host: HOST,
    url: AVOW_URL === undefined ? undefined : originOf(AVOW_URL),
    mode: modeOf(AVOW_ENV),
    origin: AVOW_ORIGIN,
    region: AVOW_REGION,
    regions: regionsIn(AVOW_REGIONS),
    directory: directoryIn(environment, here),
    bounds: boundsIn(environment),
    backups: AVOW_BACKUPS === undefined ? undefined : resolve(here, AVOW_BACKUPS),
    centre: centreIn(environment, here),
    console: consoleIn(environment),
    mail: mailIn(environment),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`PORT is a number from 0 to 65535; "${text}" is none.`);
}

/** Said here by the name of the variable; the server holds its own option to the same. */
function originOf(text: string): string {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url !== null && isWeb && [url.origin, `${url.origin}/`].includes(text)) return text;
  throw new UsageError('AVOW_URL is an origin, such as https://market.example, and nothing else.');
}

function modeOf(text: string): Settings['mode'] {
  if (text === 'production' || text === 'development') return text;
  // Whoever set it meant something by it; taken for development it would make up a passphrase.
  throw new UsageError(`AVOW_ENV is production or development; "${text}" is neither.`);
}
