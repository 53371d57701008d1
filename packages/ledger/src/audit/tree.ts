import { equalBytes } from '../bytes.ts';
import type { Checkpoint } from '../checkpoint/text.ts';
import { EMPTY_ROOT, leafHash } from '../tree/hash.ts';
import type { Tile, TileReader } from '../tree/reader.ts';
import { nameEntryFailure } from './entry.ts';
import { type Heads, openHeads } from './heads.ts';
import type { AuditFailure, AuditOutcome } from './outcome.ts';
import { Recount } from './recount.ts';
import { compareTile, hashAt, leadToRoot, type TileDifference } from './stored-tiles.ts';

/**
 * What an audit of a tree needs: the signed `checkpoint` note, the log's verifier key, the stored
 * tiles and, if there is one, an older checkpoint note that was kept elsewhere.
 */
export interface AuditedTree {
  readonly checkpoint: string;
  readonly vkey: string;
  readonly tiles: TileReader;
  readonly previous?: string;
}

/**
 * Audits a whole log: verifies the signatures, hashes every entry again, builds every tile anew and
 * compares it with the stored one, and compares the root with the signed one and with that of
 * `previous`. `entries` are the bodies from index 0, exactly as many as the checkpoint covers. What
 * is wrong with the log is answered as a value; errors that `tiles` or `entries` throw pass on.
 */
export function auditTree(
  tree: AuditedTree & { readonly entries: Iterable<Uint8Array> },
): AuditOutcome {
  const audit = new TreeAudit(tree);
  for (const body of tree.entries) {
    if (!audit.add(body)) break;
  }
  return audit.finish();
}

/**
 * `auditTree` for entries that arrive in their own time, from a database or over a network: `add`
 * each body in order while it answers true, then `finish` once.
 */
export class TreeAudit {
  readonly #tiles: TileReader;
  readonly #heads: Heads | AuditFailure;
  readonly #recount = new Recount((tile) => this.#compare(tile));
  #difference: TileDifference | undefined;
  #found: Uint8Array | undefined;
  #previousRoot: Uint8Array = EMPTY_ROOT;
  #hasSurplus = false;

  constructor(tree: AuditedTree) {
    this.#tiles = tree.tiles;
    this.#heads = openHeads(tree);
  }

  /**
   * Takes the next entry's body. False once further entries would change nothing in the outcome.
   */
  add(body: Uint8Array): boolean {
    if ('kind' in this.#heads) return false;
    const { checkpoint, previous } = this.#heads;
    if (this.#recount.size === checkpoint.size) {
      this.#hasSurplus = true;
      return false;
    }
    this.#recount.add(leafHash(body));
    if (this.#recount.size === previous?.size) this.#previousRoot = this.#recount.root();
    return true;
  }

  /** The outcome over the entries that were added. */
  finish(): AuditOutcome {
    if ('kind' in this.#heads) return { ok: false, failure: this.#heads };
    const { checkpoint, previous } = this.#heads;
    for (const tile of this.#recount.unfinished()) this.#compare(tile);
    const failure =
      this.#failureOfEntries(checkpoint) ??
      this.#failureOfTiles() ??
      this.#failureOfHistory(previous);
    return failure === undefined ? { ok: true, checkpoint } : { ok: false, failure };
  }

  /**
   * The signature makes the root the judge: entries that lead to it are right, and tiles that do
   * are.
   */
  #failureOfEntries({ size, root }: Checkpoint): AuditFailure | undefined {
    const counted = this.#recount.size;
    const areRight = counted === size && equalBytes(this.#recount.root(), root);
    if (areRight && !this.#hasSurplus) return undefined;
    const difference = areRight ? undefined : this.#difference;
    if (!areRight && !leadToRoot(this.#tiles, size, root)) return { kind: 'root' };
    const count = { size, counted, hasSurplus: this.#hasSurplus, difference, found: this.#found };
    return nameEntryFailure(count, this.#tiles);
  }

  /** Once the entries are right, any stored tile that differs from theirs is wrong. */
  #failureOfTiles(): AuditFailure | undefined {
    return this.#difference && { kind: 'tile', ...this.#difference };
  }

  #failureOfHistory(previous: Checkpoint | undefined): AuditFailure | undefined {
    if (previous === undefined || equalBytes(this.#previousRoot, previous.root)) return undefined;
    return { kind: 'rewritten', size: previous.size };
  }

  #compare(tile: Tile): void {
    // Only the first difference is named; to look for more would cost and say nothing new.
    if (this.#difference !== undefined) return;
    this.#difference = compareTile(tile, this.#tiles);
    if (this.#difference === undefined) return;
    this.#found = hashAt(tile.hashes, this.#difference.position);
  }
}
