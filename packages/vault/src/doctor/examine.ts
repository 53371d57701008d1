import { schemas } from '../backup/manifest.ts';
import { isPostgres, told } from '../connection-string.ts';
import type { WholeReader } from '../copy/whole.ts';
import { isFault } from '../fault.ts';
import { keySchema } from '../keys/tables.ts';
import type { Form } from '../migrate/form.ts';
import { openReader } from '../place.ts';
import type { Anchor } from '../port/anchor.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Schema } from '../port/schema.ts';
import type { Tombstones } from '../port/tombstones.ts';
import { dataSchema } from '../tables.ts';
import { examineBackups } from './backups.ts';
import { examineDatabases } from './databases.ts';
import { examineDisk, examinePermissions } from './files.ts';
import { type Examined, fail, ok, warn } from './finding.ts';
import { examineKeys } from './keys.ts';
import { examineLog } from './log.ts';
import { examinePeople } from './people.ts';

export interface ExaminedPlaces {
  /** Where the stores are: files, or connection strings. */
  readonly data: string;
  readonly keys: string;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  readonly tombstones: Tombstones;
  /** The log's verifier key, as it is kept outside the stores. */
  readonly vkey: string;
  /** Where what lies outside the stores is; its server is looked at if that is a database. */
  readonly outside?: string;
  /** Further files that their owner alone should read. */
  readonly files: readonly string[];
  /** A folder that backups are taken into; not looked at if none is named. */
  readonly backups?: string;
  readonly clock?: Clock;
}

/**
 * Looks at a deployment and says how each thing stands. Only reads, and may run beside a
 * server; while the key store is read erasures wait. Is no audit: it looks at no row's hash.
 */
export async function examineVault(places: ExaminedPlaces): Promise<readonly Examined[]> {
  const { clock = systemClock, backups } = places;
  const now = clock.now();
  const files = [places.data, places.keys, ...places.files].filter((place) => !isPostgres(place));
  return [
    await examinePermissions(files),
    await examineDisk(files),
    ...(await examineDatabases(places, clock)),
    ...(await examineStores(places, now)),
    ...(backups === undefined ? [] : [await examineBackups(backups, now)]),
  ];
}

async function examineStores(places: ExaminedPlaces, now: number): Promise<readonly Examined[]> {
  const { anchor, tombstones, vkey, keyring } = places;
  // Before the data is opened: read afterwards it could be ahead of the state that is looked at.
  const anchored = await anchor.read();
  const data = await open(places.data, dataSchema);
  if ('check' in data) return [data];
  try {
    const keys = await open(places.keys, keySchema);
    if ('check' in keys) return [keys];
    const ofKeys = await examineKeys(keys, data, { keyring, vkey, now }).finally(() =>
      keys.close(),
    );
    return [
      examineForms({ data: data.form, keys: keys.form }),
      ...ofKeys,
      ...(await examineLog(data, { anchored, vkey, now })),
      ...(await examinePeople(data, tombstones, now)),
    ];
  } finally {
    await data.close();
  }
}

/** Programs of two forms may work side by side; they should not for long. */
function examineForms(forms: Readonly<Record<'data' | 'keys', Form>>): Examined {
  for (const half of ['data', 'keys'] as const) {
    const known = schemas[half].version;
    const { version } = forms[half];
    if (version < known) {
      const says = `${half}: form ${version}, and this program makes form ${known}`;
      return warn('schema', says, 'avow migrate');
    }
    if (version > known) {
      const says = `${half}: form ${version}, of a newer program than this one, which knows form ${known}`;
      return warn('schema', says, 'put the newer program in the place of this one everywhere');
    }
  }
  return ok('schema', 'both stores are of the form that this program makes');
}

async function open(place: string, schema: Schema): Promise<WholeReader | Examined> {
  try {
    return await openReader(place, schema);
  } catch (problem) {
    if (!isFault(problem)) throw problem;
    return fail(
      'schema',
      problem.message,
      `look at ${told(place)}: is it the right file, and the right program?`,
    );
  }
}
