import {
  type LedgerErrorCode,
  verifyCheckpoint,
  verifyConsistencyProof,
  verifyPromise,
  verifyReceipt,
} from '@avow/ledger/verify';

/** A receipt, as the platform answers it and its privacy centre hands it out. */
export interface Receipt {
  readonly entry: string;
  /** The entry's bytes, base64. */
  readonly body: string;
  /** C2SP `tlog-proof@v1`, once the entry is in the tree. */
  readonly proof?: string | null;
  /** Before that: the log's signed promise. */
  readonly promise?: string | null;
}

/** What a receipt is held against: what the log publishes, or what was kept of it earlier. */
export interface Published {
  /** A checkpoint of the same log, as `/log/checkpoint` has it. */
  readonly checkpoint: string;
  /** Leads from the smaller of the two trees to the larger: hashes of 32 bytes (RFC 6962 §2.1.2). */
  readonly consistency?: readonly Uint8Array[];
}

/** What a receipt came to. A failure names the code and where, and is a value: a receipt is somebody's claim. */
export type Verified =
  | {
      readonly ok: true;
      /** `promised`: signed by the log, and not yet in the tree. */
      readonly state: 'proven' | 'promised';
      readonly origin: string;
      /** Where the entry stands, in a tree of how many; undefined while it is promised. */
      readonly index: number | undefined;
      readonly size: number | undefined;
    }
  | Unverified;

export interface Unverified {
  readonly ok: false;
  readonly reason: LedgerErrorCode | 'AVOW_PARTNER_MALFORMED';
  readonly where: string;
}

/**
 * Checks a receipt with nothing but the log's verifier key, which must come from elsewhere than the
 * receipt; and, if a checkpoint is given, that the log's tree of that time and the receipt's go together:
 * by a consistency proof, or by their roots if they are of one size.
 */
export async function verify(
  vkey: string,
  receipt: Receipt,
  published?: Published,
): Promise<Verified> {
  const body = bodyOf(receipt);
  if (body === undefined) return malformed('body');
  if (receipt.proof == null) {
    if (receipt.promise == null) return malformed('proof');
    const promised = await verifyPromise({ note: receipt.promise, vkey, body });
    if (!promised.ok) return promised;
    const { origin } = promised;
    return { ok: true, state: 'promised', origin, index: undefined, size: undefined };
  }
  const found = await verifyReceipt({ proofText: receipt.proof, vkey, body });
  if (!found.ok) return found;
  const strayed = published && (await goTogether(vkey, checkpointIn(receipt.proof), published));
  if (strayed) return strayed;
  return { ok: true, state: 'proven', origin: found.origin, index: found.index, size: found.size };
}

/** What is wrong between the receipt's checkpoint and the published one; undefined if nothing is. */
async function goTogether(
  vkey: string,
  kept: string,
  { checkpoint, consistency = [] }: Published,
): Promise<Unverified | undefined> {
  const [one, other] = await Promise.all(
    [kept, checkpoint].map((note) => verifyCheckpoint({ note, vkey })),
  );
  if (!one?.ok) return one ?? malformed('proof');
  if (!other?.ok) return other ?? malformed('checkpoint');
  const [older, newer] = one.size <= other.size ? [kept, checkpoint] : [checkpoint, kept];
  const grown = await verifyConsistencyProof({ older, newer, proof: consistency, vkey });
  return grown.ok ? undefined : grown;
}

/** A proof's text ends in the checkpoint it leads to, after its first empty line. */
const checkpointIn = (proof: string) => proof.slice(proof.indexOf('\n\n') + 2);

/** The bytes of the entry, if they are those of the entry that the receipt names. */
function bodyOf({ entry, body }: Receipt): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    const said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return said?.id === entry ? bytes : undefined;
  } catch {
    return undefined;
  }
}

const malformed = (where: string): Unverified => ({
  ok: false,
  reason: 'AVOW_PARTNER_MALFORMED',
  where,
});
