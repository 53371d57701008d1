import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  auditFiles,
  type Keyring,
  keySchema,
  openAnchorFile,
  type Vault,
} from '../../src/index.ts';
import { readSecretRows } from '../../src/keys/names.ts';
import type { SecretRow } from '../../src/keys/tables.ts';
import { openReader } from '../../src/place.ts';
import { keyringOf, type Place } from '../place.ts';

export const freshKeyring = (): Keyring => keyringOf(randomBytes(32));

/** A holder of an escrow: both halves of a key, as JWK files would hold them. */
export function makeHolder(name: string, namedCurve = 'P-256') {
  const { publicKey, privateKey } =
    namedCurve === 'X25519'
      ? generateKeyPairSync('x25519')
      : generateKeyPairSync('ec', { namedCurve });
  const text = (key: typeof publicKey) => JSON.stringify(key.export({ format: 'jwk' }));
  return {
    public: { file: `${name}.jwk`, text: text(publicKey) },
    private: { file: `${name}.private.jwk`, text: text(privateKey) },
  };
}

/** What table `secret` holds. */
export async function secretsAt(place: Place): Promise<readonly SecretRow[]> {
  const keys = await openReader(place.keys, keySchema);
  try {
    const [rows] = await keys.read([readSecretRows]);
    return rows as readonly SecretRow[];
  } finally {
    await keys.close();
  }
}

/** Audits everything, and opens every record with this root key. */
export async function auditWith(place: Place, vault: Vault, keyring: Keyring) {
  return auditFiles({
    data: place.data,
    anchor: openAnchorFile(place.anchor),
    vkey: vault.vkey,
    open: { keys: place.keys, keyring },
  });
}

/** The bodies of the log's own entries about keys. */
export async function keyEntries(vault: Vault): Promise<readonly unknown[]> {
  await vault.flush();
  const [rows] = await vault.read([{ table: 'entry', by: 'key', equals: [], limit: 10_000 }]);
  return rows
    .map(({ body }) => JSON.parse(Buffer.from(body).toString()))
    .filter(({ kind }) => ['rotation', 'escrow', 'recovery'].includes(kind))
    .map(({ kind, key, state, recipients, recipient }) =>
      JSON.parse(JSON.stringify({ kind, key, state, recipients, recipient })),
    );
}
