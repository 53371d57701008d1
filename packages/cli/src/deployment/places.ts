import { resolve } from 'node:path';

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

/** Folders that the command line or the environment names. */
export interface Folders {
  readonly data?: string | undefined;
  readonly keys?: string | undefined;
  readonly anchor?: string | undefined;
}

/** The folders that `AVOW_DATA`, `AVOW_KEYS` and `AVOW_ANCHOR` name. */
export function foldersIn(environment: Readonly<Record<string, string | undefined>>): Folders {
  const { AVOW_DATA, AVOW_KEYS, AVOW_ANCHOR } = environment;
  return { data: AVOW_DATA, keys: AVOW_KEYS, anchor: AVOW_ANCHOR };
}

/** The places below these folders; those not named are `data`, `keys` and `anchor`, here. */
export function placesIn(
  { data = 'data', keys = 'keys', anchor = 'anchor' }: Folders,
  here: string,
): Places {
  return {
    data: resolve(here, data, 'avow.db'),
    server: resolve(here, data, 'server.db'),
    // A folder of its own inside: the passphrase must not lie in that of the key store.
    keys: resolve(here, keys, 'store', 'avow-keys.db'),
    passphrase: resolve(here, keys, 'root'),
    apiKey: resolve(here, keys, 'api-key'),
    anchor: resolve(here, anchor, 'checkpoint'),
  };
}
