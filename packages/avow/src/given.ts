import type { Words } from '@avow/policy';
import { AvowError } from './fault.ts';
import type { AvowOptions } from './options.ts';

/** Every option there is; a new one that is missing here does not compile. */
const known: Readonly<Record<keyof AvowOptions<Words>, true>> = {
  policy: true,
  database: true,
  keys: true,
  anchor: true,
  tombstones: true,
  origin: true,
  region: true,
  directory: true,
  facts: true,
  backups: true,
  measures: true,
  nameOf: true,
  notices: true,
  tellings: true,
  campaigns: true,
  alerts: true,
  interests: true,
  queue: true,
  clock: true,
  random: true,
  acceptClock: true,
};

/**
 * Holds what `createAvow` was given against what it takes, before anything is opened. A misspelt option must
 * not be passed over: whoever wrote `anchr` believes that the checkpoint lies where they said. TypeScript
 * refuses it as well; JavaScript has nobody else. What it gives back has each option as it was now, also one that
 * an object of a class inherits.
 */
export function checkGiven<V extends Words>(options: AvowOptions<V>): AvowOptions<V> {
  if (typeof options !== 'object' || options === null) {
    throw wrong('options', "are an object: { policy, database: 'data/avow.db', keys }");
  }
  const strange = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (strange !== undefined) {
    throw wrong(strange, `is no option; there are ${Object.keys(known).join(', ')}`);
  }
  const { policy, database, keys } = options;
  if (typeof policy?.vocabulary !== 'object' || policy.vocabulary === null) {
    throw wrong('policy', 'is what definePolicy made: import { policy }, not the module');
  }
  if (database === undefined) throw wrong('database', "is the data store: 'data/avow.db'");
  if (typeof keys !== 'function' && typeof keys?.rootKey !== 'function') {
    throw wrong('keys', "opens the key store: passphraseFile('keys/root')");
  }
  const names = Object.keys(known) as (keyof AvowOptions<V>)[];
  const found = names.map((name) => [name, options[name]] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as never;
}

const wrong = (option: string, what: string) => new AvowError('AVOW_OPTIONS', what, option);
