import { VaultError } from '../../fault.ts';
import { numbersOf } from '../../keys/names.ts';
import { noteDown, strikeOut } from '../../keys/notes.ts';
import { regionLock, unwrapRegion } from '../../keys/region-keys.ts';
import { changeSecrets, type RotationParts, record } from '../parts.ts';
import { closeEnvelope } from './envelope.ts';
import { type HolderKey, readPublicKey } from './jwk.ts';

/** A key to escrow to: the text of a JWK, and what to call it where something is wrong with it. */
export interface NamedKey {
  readonly file: string;
  readonly text: string;
}

/** An escrow that was made: the JWE, to be kept, and who can open it. */
export interface Escrow {
  readonly jwe: string;
  /** RFC 7638 thumbprints. */
  readonly recipients: readonly string[];
}

/** Puts the root key in escrow. The log and the key store know of it before it leaves. */
export async function makeEscrow(
  parts: RotationParts,
  origin: string,
  to: readonly NamedKey[],
): Promise<Escrow> {
  const holders = await holdersOf(to);
  const root = await parts.keyring.rootKey('later');
  const recipients = holders.map(({ thumbprint }) => thumbprint);
  const jwe = await closeEnvelope(root, origin, holders);
  await changeSecrets(parts, regionLock('exclusive'), (rows, now) => {
    // Not one that has been replaced since it was asked for: it would open nothing.
    unwrapRegion(rows, numbersOf(rows, 'region').at(-1)!, root);
    return [...strikeOut(rows, 'escrow/outdated'), noteDown(rows, 'escrow', now)];
  });
  await record(parts, { kind: 'escrow', recipients });
  return { jwe, recipients };
}

async function holdersOf(to: readonly NamedKey[]): Promise<readonly HolderKey[]> {
  const holders = await Promise.all(to.map(({ file, text }) => readPublicKey(text, file)));
  const names = new Set(holders.map(({ thumbprint }) => thumbprint));
  if (names.size === holders.length && names.size > 0) return holders;
  throw new VaultError('AVOW_ESCROW', 'name at least one key, and none of them twice');
}
