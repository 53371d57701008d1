import { append, leafHash, type TileReader } from '../src/index.ts';

/** A whole log in memory, which keeps the newest state of each tile, as a store would. */
export class MemoryLog implements TileReader {
  readonly bodies: Uint8Array[] = [];
  readonly tiles = new Map<string, Uint8Array>();
  root: Uint8Array = new Uint8Array(0);

  static of(bodies: readonly Uint8Array[]): MemoryLog {
    const log = new MemoryLog();
    log.add(bodies);
    return log;
  }

  get size(): number {
    return this.bodies.length;
  }

  add(bodies: readonly Uint8Array[]): void {
    const appended = append({ size: this.size }, this, bodies.map(leafHash));
    for (const { level, n, hashes } of appended.tiles) this.tiles.set(`${level}/${n}`, hashes);
    this.bodies.push(...bodies);
    this.root = appended.root;
  }

  tile(level: number, n: number): Uint8Array | undefined {
    return this.tiles.get(`${level}/${n}`);
  }
}

/** `count` entries that all differ. */
export function entries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new TextEncoder().encode(`entry ${i}`));
}
