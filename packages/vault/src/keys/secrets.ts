import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { generateLogKey } from '@avow/ledger';
import { isFault, VaultError } from '../fault.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Random } from '../port/random.ts';
import type { Reader, Store } from '../port/store.ts';
import type { SecretRow } from './tables.ts';
import { unwrapKey, wrapKey } from './wrap.ts';

/** The keys of a deployment, unwrapped. */
export interface Secrets {
  /** Wraps the data keys. */
  readonly region: KeyObject;
  /** Keys the blind indexes. */
  readonly index: KeyObject;
  /** Signs the log: a private Ed25519 key. */
  readonly log: KeyObject;
}

const NAMES = ['region', 'index', 'log'] as const;
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
  const rows = await readRows(store);
  if (rows.length > 0) return unwrapSecrets(rows, await keyring.rootKey('later'));
  if (!isFirstStart) {
    throw new VaultError(
      'AVOW_KEYRING',
      'the key store is empty and was not; put it back from its newest backup before starting',
    );
  }
  const root = await keyring.rootKey('first');
  await makeSecrets(store, root, random).catch((problem: unknown) => {
    // Another process that started at the same time was quicker: then its keys stand.
    if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
  });
  return unwrapSecrets(await readRows(store), root);
}

/**
 * The deployment's keys as they are. `AVOW_KEYRING` if there are none or the root key is not
 * theirs.
 */
export async function readSecrets(store: Reader, keyring: Keyring): Promise<Secrets> {
  return unwrapSecrets(await readRows(store), await keyring.rootKey('later'));
}

async function readRows(store: Reader): Promise<readonly SecretRow[]> {
  const [rows] = await store.read([{ table: 'secret', by: 'key', equals: [], limit: 10 }]);
  return rows as readonly SecretRow[];
}

async function makeSecrets(store: Store, root: KeyObject, random: Random): Promise<void> {
  const region = random(KEY_BYTES);
  const under = createSecretKey(region);
  const log = generateLogKey().privateKey.export({ format: 'der', type: 'pkcs8' });
  const wrapped = {
    region: wrapKey(root, place('region'), region, random),
    index: wrapKey(under, place('index'), random(KEY_BYTES), random),
    log: wrapKey(under, place('log'), log, random),
  };
  await store.run({
    locks: [],
    reads: [],
    decide: (_, { now }) => ({
      changes: NAMES.map((name) => ({
        table: 'secret',
        after: { name, wrapped: wrapped[name], created: now },
      })),
      answer: undefined,
    }),
  });
}

function unwrapSecrets(rows: readonly SecretRow[], root: KeyObject): Secrets {
  const region = createSecretKey(unwrapRegion(wrappedOf(rows, 'region'), root));
  const log = unwrapKey(region, place('log'), wrappedOf(rows, 'log'));
  return {
    region,
    index: createSecretKey(unwrapKey(region, place('index'), wrappedOf(rows, 'index'))),
    log: createPrivateKey({ key: Buffer.from(log), format: 'der', type: 'pkcs8' }),
  };
}

function unwrapRegion(wrapped: Uint8Array, root: KeyObject): Uint8Array {
  try {
    return unwrapKey(root, place('region'), wrapped);
  } catch (cause) {
    if (!isFault(cause, 'AVOW_SEAL')) throw cause;
    throw new VaultError(
      'AVOW_KEYRING',
      'the root key does not open this key store; use the passphrase and parameters of its making',
      { cause },
    );
  }
}

function wrappedOf(rows: readonly SecretRow[], name: string): Uint8Array {
  const row = rows.find((candidate) => candidate.name === name);
  if (row === undefined)
    throw new VaultError('AVOW_KEYRING', `the key store lacks its ${name} key`);
  return row.wrapped;
}

function place(name: string): readonly string[] {
  return ['secret', name];
}
