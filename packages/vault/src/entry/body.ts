import { LARGEST_ENTRY } from '@avow/ledger';
import { VaultError } from '../fault.ts';
import type { RotatedKey } from '../keys/notes.ts';
import { canonicalJson } from './canonical-json.ts';
import type { EntryDraft, Json } from './draft.ts';

/** Entries that only the vault writes. */
export type OwnDraft =
  /** The first leaf of every log. */
  | { readonly kind: 'genesis'; readonly origin: string }
  /** A person's tombstone. `held`: a legal hold keeps the keys from being destroyed yet. */
  | { readonly kind: 'erasure'; readonly held: boolean }
  /** Rows removed because their time was over, or because their person was erased. */
  | { readonly kind: 'sweep'; readonly because: 'expired' | 'erased' }
  /** A person's rows were sealed anew under newer keys of theirs. */
  | { readonly kind: 'rekey' }
  | RestoreDraft
  | RotationDraft
  /** The root key was put in escrow. `recipients`: RFC 7638 thumbprints of who can recover it. */
  | { readonly kind: 'escrow'; readonly recipients: readonly string[] }
  /** The root key came out of escrow; a rotation of it follows. */
  | { readonly kind: 'recovery'; readonly recipient: string };

/** A key is being replaced, or has been and is gone. */
export interface RotationDraft {
  readonly kind: 'rotation';
  readonly key: RotatedKey;
  /** `step`: some digests of the blind indexes were made anew, and the records they lead to opened. */
  readonly state: 'begun' | 'step' | 'done';
}

/**
 * The stores were put back from a backup. `size` is how many entries came with it; `anchored` is
 * the checkpoint that was kept outside then (null if there was none): one larger than `size`, or
 * none, says what this log has lost.
 */
interface RestoreDraft {
  readonly kind: 'restore';
  readonly size: number;
  readonly anchored: string | null;
}

/** Hashes of the audited rows that came and went with an entry. A replaced row is in both lists. */
export interface RowHashes {
  readonly added: readonly Uint8Array[];
  readonly removed: readonly Uint8Array[];
}

/**
 * What the vault adds to a draft. `id` binds the entry to what names it (histories, receipts);
 * `subject` is a commitment.
 */
export interface Circumstances {
  readonly id: string;
  readonly hour: string;
  readonly subject: Uint8Array | null;
  readonly rows: RowHashes;
}

/**
 * The bytes of a leaf: canonical JSON in UTF-8 with `"v":1`. Binary values are base64. Throws
 * `AVOW_TOO_LARGE` beyond 65,535 bytes, the most that C2SP tlog-tiles can bundle; split the act.
 */
export function entryBody(draft: EntryDraft | OwnDraft, circumstances: Circumstances): Uint8Array {
  const { id, hour, subject, rows } = circumstances;
  const json = canonicalJson({
    v: 1,
    id,
    ...content(draft),
    hour,
    subject: subject === null ? null : base64(subject),
    rows: { added: rows.added.map(base64), removed: rows.removed.map(base64) },
  });
  const body = Buffer.from(json, 'utf8');
  if (body.length > LARGEST_ENTRY) {
    throw new VaultError('AVOW_TOO_LARGE', `an entry holds at most ${LARGEST_ENTRY} bytes`);
  }
  return body;
}

function content(draft: EntryDraft | OwnDraft): { readonly [name: string]: Json } {
  switch (draft.kind) {
    case 'decision': {
      const { kind, policy, action, purpose, recipient, cells, permitted, cites } = draft;
      return { kind, policy, action, purpose, recipient, cells, permitted, cites };
    }
    case 'evidence':
      return { kind: draft.kind, evidence: draft.evidence, state: draft.state };
    case 'version':
      return { kind: draft.kind, digest: draft.digest, name: draft.name, state: draft.state };
    case 'genesis':
      return { kind: draft.kind, origin: draft.origin };
    case 'erasure':
      return { kind: draft.kind, ...(draft.held ? { held: true } : {}) };
    case 'sweep':
      return { kind: draft.kind, because: draft.because };
    case 'rekey':
      return { kind: draft.kind };
    case 'restore':
      return { kind: draft.kind, size: draft.size, anchored: draft.anchored };
    case 'rotation':
      return { kind: draft.kind, key: draft.key, state: draft.state };
    case 'escrow':
      return { kind: draft.kind, recipients: draft.recipients };
    case 'recovery':
      return { kind: draft.kind, recipient: draft.recipient };
    default:
      return draft satisfies never;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
