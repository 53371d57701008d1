const SENTENCES = {
  AVOW_LEDGER_RANGE: 'A number lies outside its range',
  AVOW_LEDGER_HASH_MALFORMED: 'A hash is not 32 bytes long',
  AVOW_LEDGER_TILE_MISSING: 'A tile is missing',
  AVOW_LEDGER_TILE_MALFORMED: 'A tile does not hold the hashes it should',
  AVOW_LEDGER_PATH_MALFORMED: 'A tile path is malformed',
  AVOW_LEDGER_ENTRY_TOO_LARGE: 'An entry is longer than 65,535 bytes',
  AVOW_LEDGER_BUNDLE_MALFORMED: 'An entry bundle is malformed',
  AVOW_LEDGER_KEY_MALFORMED: 'A key is malformed or not an Ed25519 key',
  AVOW_LEDGER_NOTE_MALFORMED: 'A signed note is malformed',
  AVOW_LEDGER_SIGNATURE_MISSING: 'A signed note carries no signature by the key',
  AVOW_LEDGER_SIGNATURE_WRONG: 'A signature by the key does not verify',
  AVOW_LEDGER_ORIGIN_WRONG: 'A note names another log than the key that signed it',
  AVOW_LEDGER_CHECKPOINT_MALFORMED: 'A checkpoint is malformed',
  AVOW_LEDGER_PROOF_MALFORMED: 'A proof is malformed',
  AVOW_LEDGER_PROMISE_MALFORMED: 'A promise of inclusion is malformed',
  AVOW_LEDGER_INCLUSION_WRONG: 'A proof does not lead from the leaf to the root',
  AVOW_LEDGER_CONSISTENCY_WRONG: 'A proof does not lead from the older root to the newer one',
  AVOW_LEDGER_LEAF_WRONG: 'A promise speaks of another leaf',
  AVOW_LEDGER_UNSUPPORTED: 'This platform cannot verify Ed25519 signatures',
} as const;

/** The stable codes of this package. A code never changes its meaning; new ones may be added. */
export type LedgerErrorCode = keyof typeof SENTENCES;

/**
 * A fault in what the ledger was given or what it read. `code` is stable; `where` names the line,
 * field or position that is wrong. Neither ever quotes the value found there, since an entry may
 * speak of a person.
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;
  readonly where: string;

  constructor(code: LedgerErrorCode, where: string) {
    super(`${SENTENCES[code]}: ${where}.`);
    this.code = code;
    this.where = where;
  }
}
