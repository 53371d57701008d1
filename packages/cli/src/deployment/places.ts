import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isPostgres, told } from '@avow/vault/connection-string';

/**
 * Where a deployment's things lie: files, or for the two stores PostgreSQL databases by their connection
 * strings. The three are apart, so that a copy of one opens nothing.
 */
export interface Places {
  /** The sealed data, and the log. */
  readonly data: string;
  /** API keys, as digests: a file beside the data, or a schema of their own in its database. */
  readonly server: string;
  /** The keys that open the data, themselves wrapped. */
  readonly keys: string;
  /** The passphrase that the key they are wrapped by is made from. */
  readonly passphrase: string;
  /** The first API key, for whoever runs this to take away. */
  readonly apiKey: string;
  /** The last checkpoint of the log. */
  readonly anchor: string;
}

/** What the command line or the environment names: folders, the files in them, or databases. */
export interface Named {
  readonly data?: string | undefined;
  readonly keys?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly anchor?: string | undefined;
}

/** What `AVOW_DATA`, `AVOW_KEYS`, `AVOW_PASSPHRASE` and `AVOW_ANCHOR` name. */
export function namedIn(environment: Readonly<Record<string, string | undefined>>): Named {
  const { AVOW_DATA, AVOW_KEYS, AVOW_PASSPHRASE, AVOW_ANCHOR } = environment;
  return { data: AVOW_DATA, keys: AVOW_KEYS, passphrase: AVOW_PASSPHRASE, anchor: AVOW_ANCHOR };
}

/** The places by what was named; what was not is in the folders `data`, `keys` and `anchor`, here. */
export function placesIn(named: Named, here: string): Places {
  const { data = 'data', keys = 'keys', anchor = 'anchor' } = named;
  const store = placed(here, data, 'avow.db');
  // No database holds a passphrase, nor a key to /v1, and no file does that is a store: they stay by themselves.
  const secrets = isPostgres(keys) || isFile(resolve(here, keys)) ? 'keys' : keys;
  return {
    data: store,
    server: isPostgres(store) ? store : join(dirname(store), 'api-keys.db'),
    // A folder of its own inside: the passphrase must not lie in that of the key store.
    keys: placed(here, keys, 'store/avow-keys.db'),
    passphrase: resolve(here, named.passphrase ?? join(secrets, 'root')),
    apiKey: resolve(here, secrets, 'api-key'),
    anchor: placed(here, anchor, 'checkpoint'),
  };
}

/** The places as they may be shown: without the passwords of connection strings. */
export function placesTold(places: Places): Places {
  return {
    ...places,
    data: told(places.data),
    server: told(places.server),
    keys: told(places.keys),
    anchor: told(places.anchor),
  };
}

/** Whether anything is at a place; of a database only its server can tell. */
export function isThere(place: string): boolean {
  return isPostgres(place) || existsSync(place);
}

function placed(here: string, named: string, name: string): string {
  return isPostgres(named) ? named : file(resolve(here, named), name);
}

/** A deployment may have been laid out by others: then its files are named themselves. */
function file(path: string, name: string): string {
  return isFile(path) ? path : join(path, name);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
