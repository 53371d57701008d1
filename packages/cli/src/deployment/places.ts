import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where a deployment's things lie. The three folders are apart, so that a copy of one opens nothing. */
export interface Places {
  /** The sealed data, and the log. */
  readonly data: string;
  /** The server's own file: API keys, as digests. */
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

/** What the command line or the environment names: folders, or the files in them. */
export interface Named {
  readonly data?: string | undefined;
  readonly keys?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly anchor?: string | undefined;
}

/** What `AVOW_DATA`, `AVOW_KEYS` and `AVOW_ANCHOR` name. */
export function namedIn(environment: Readonly<Record<string, string | undefined>>): Named {
  const { AVOW_DATA, AVOW_KEYS, AVOW_ANCHOR } = environment;
  return { data: AVOW_DATA, keys: AVOW_KEYS, anchor: AVOW_ANCHOR };
}

/** The places by what was named; what was not is in the folders `data`, `keys` and `anchor`, here. */
export function placesIn(named: Named, here: string): Places {
  const { data = 'data', keys = 'keys', anchor = 'anchor' } = named;
  const store = file(resolve(here, data), 'avow.db');
  return {
    data: store,
    server: join(dirname(store), 'server.db'),
    // A folder of its own inside: the passphrase must not lie in that of the key store.
    keys: file(resolve(here, keys), 'store/avow-keys.db'),
    passphrase: resolve(here, named.passphrase ?? join(keys, 'root')),
    apiKey: resolve(here, keys, 'api-key'),
    anchor: file(resolve(here, anchor), 'checkpoint'),
  };
}

/** A deployment may have been laid out by others: then its files are named themselves. */
function file(path: string, name: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : join(path, name);
}
