import { basename, dirname, join, resolve } from 'node:path';
import { type Anchor, isPostgres, type Keyring, openPassphraseFile } from '@avow/vault';
import { AvowError } from './fault.ts';

/** Where a deployment's things lie: three places, so that no single copy gives anything away. */
export interface Places {
  readonly data: string;
  readonly keys: string;
  readonly anchor: Anchor | string;
}

/** Opens a keyring, given the places of the stores that it must lie apart from. */
export type KeySource = (stores: readonly string[]) => Promise<Keyring>;

/** The places that options name, or that follow from the data store's. */
export function placesOf(
  database: string | { readonly data: string; readonly keys: string },
  anchor: Anchor | string | undefined,
): Places {
  if (typeof database !== 'string') {
    if (anchor === undefined) throw new AvowError('AVOW_OPTIONS', 'say where it is kept', 'anchor');
    return { ...database, anchor };
  }
  if (isPostgres(database)) {
    const what = 'with PostgreSQL, name two databases: { data, keys }, and where the anchor is';
    throw new AvowError('AVOW_OPTIONS', what, 'database');
  }
  const file = resolve(database);
  const folder = dirname(file);
  if (folder === process.cwd()) {
    throw new AvowError('AVOW_OPTIONS', "needs a folder of its own: 'data/avow.db'", 'database');
  }
  return {
    data: file,
    keys: join(`${folder}-keys`, basename(file)),
    anchor: anchor ?? join(`${folder}-anchor`, 'checkpoint'),
  };
}

/**
 * The root key from a passphrase in a file, which must lie in neither store's folder and be readable
 * by its owner alone. `development` makes one up if there is none; `production` never does and says
 * what to do. Default: what `NODE_ENV` says, `development` if it says nothing.
 */
export function passphraseFile(
  file: string,
  options: { readonly mode?: 'production' | 'development' } = {},
): KeySource {
  const { NODE_ENV } = process.env;
  const { mode = NODE_ENV === 'production' ? 'production' : 'development' } = options;
  return (stores) => {
    const files = stores.filter((place) => !isPostgres(place));
    return openPassphraseFile({ file, mode, apartFrom: files.map((path) => dirname(path)) });
  };
}
