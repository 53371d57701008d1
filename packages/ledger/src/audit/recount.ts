import { concatBytes } from '../bytes.ts';
import { TILE_WIDTH } from '../tile/shape.ts';
import { growTiles } from '../tree/grow.ts';
import type { Tile, TileReader } from '../tree/reader.ts';
import { rootOf } from '../tree/root.ts';

/**
 * Builds the tree anew from its leaves, one by one, in memory that does not grow with the log: of
 * each level only the newest tile is kept. Every tile is handed to `onTile` once it is full.
 */
export class Recount {
  readonly #onTile: (tile: Tile) => void;
  readonly #newest = new Map<number, Tile>();
  readonly #reader: TileReader;
  #pending: Uint8Array[] = [];
  #size = 0;

  constructor(onTile: (tile: Tile) => void) {
    this.#onTile = onTile;
    this.#reader = { tile: (level) => this.#newest.get(level)?.hashes };
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size + this.#pending.length;
  }

  /** Takes the hash of the next leaf. */
  add(leaf: Uint8Array): void {
    this.#pending.push(leaf);
    if (this.size % TILE_WIDTH === 0) this.#grow();
  }

  /** The root over the leaves so far. */
  root(): Uint8Array {
    this.#grow();
    return rootOf(this.#size, this.#reader);
  }

  /** The tiles that are not full yet, from level 0 upwards. */
  unfinished(): Tile[] {
    this.#grow();
    return [...this.#newest.values()].filter((tile) => tile.width < TILE_WIDTH);
  }

  #grow(): void {
    const changed = growTiles(this.#size, this.#reader, concatBytes(...this.#pending));
    this.#size = this.size;
    this.#pending = [];
    for (const tile of changed) {
      this.#newest.set(tile.level, tile);
      if (tile.width === TILE_WIDTH) this.#onTile(tile);
    }
  }
}
