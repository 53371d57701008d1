import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { generateLogKey } from '@avow/ledger';
import { isFault, VaultError } from '../fault.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Random } from '../port/random.ts';
import type { Reader, Store } from '../port/store.ts';
import { type IndexKeys, indexKeysIn } from './index-keys.ts';
import { readSecretRows, rowNamed, secretPlace } from './names.ts';
import { RegionKeys, regionKeysIn } from './region-keys.ts';
import type { SecretRow } from './tables.ts';
import { wrapKey } from './wrap.ts';

/** The keys of a deployment, unwrapped. */
export interface Secrets {
  /** Wrap the data keys, and the two others. */
  readonly region: RegionKeys;
  /** Key the blind indexes. */
  readonly index: IndexKeys;
  /** Signs the log: a private Ed25519 key. */
  readonly log: KeyObject;
}

const KEY_BYTES = 32;

/**
 * The deployment's keys, made if the key store is empty and has every reason to be. `AVOW_KEYRING`
 * if it has none, or if the root key is not the one they were made under.
 */
export async function openSecrets(
  store: Store,
  keyring: Keyring,
  random: Random,
  { isFirstStart }: { readonly isFirstStart: boolean },
): Promise<Secrets> {
  const rows = await secretRows(store);
  if (rows.length > 0) return unwrapSecrets(store, rows, keyring);
  if (!isFirstStart) {
    throw new VaultError(
      'AVOW_KEYRING',
      'the key store is empty and was not; name the one that this data was begun with, or put it back from its newest backup before starting',
    );
  }
  await makeSecrets(store, await keyring.rootKey('first'), random).catch((problem: unknown) => {
    // Another process that started at the same time was quicker: then its keys stand.
    if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
  });
  return unwrapSecrets(store, await secretRows(store), keyring);
}

/**
 * The deployment's keys as they are. `AVOW_KEYRING` if there are none or the root key is not
 * theirs.
 */
export async function readSecrets(store: Reader, keyring: Keyring): Promise<Secrets> {
  return unwrapSecrets(store, await secretRows(store), keyring);
}

/** Everything that the key store knows of the deployment itself. */
export async function secretRows(store: Reader): Promise<readonly SecretRow[]> {
  const [rows] = await store.read([readSecretRows]);
  return rows as readonly SecretRow[];
}

async function makeSecrets(store: Store, root: KeyObject, random: Random): Promise<void> {
  const region = random(KEY_BYTES);
  const under = createSecretKey(region);
  const log = generateLogKey().privateKey.export({ format: 'der', type: 'pkcs8' });
  const wrapped = {
    region: wrapKey(root, secretPlace('region'), region, random),
    index: wrapKey(under, secretPlace('index'), random(KEY_BYTES), random),
    log: wrapKey(under, secretPlace('log'), log, random),
  };
  await store.run({
    locks: [],
    reads: [],
    decide: (_, { now }) => ({
      changes: Object.entries(wrapped).map(([name, key]) => ({
        table: 'secret',
        after: { name, wrapped: key, created: now },
      })),
      answer: undefined,
    }),
  });
}

async function unwrapSecrets(
  store: Reader,
  rows: readonly SecretRow[],
  keyring: Keyring,
): Promise<Secrets> {
  const rootKey = () => keyring.rootKey('later');
  const region = new RegionKeys(await regionKeysIn(rows, rootKey), async (known) =>
    regionKeysIn(await secretRows(store), rootKey, known),
  );
  return {
    region,
    index: indexKeysIn(rows, region),
    log: privateKeyOf(region.unwrap(secretPlace('log'), wrappedOf(rows, 'log'))),
  };
}

/** The log's key of these bytes, which are overwritten. */
function privateKeyOf(bytes: Uint8Array): KeyObject {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } finally {
    key.fill(0);
  }
}

function wrappedOf(rows: readonly SecretRow[], name: string): Uint8Array {
  const row = rowNamed(rows, name);
  if (row === undefined)
    throw new VaultError('AVOW_KEYRING', `the key store lacks its ${name} key`);
  return row.wrapped;
}
