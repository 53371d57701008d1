import type { RowsOf, Stored, TableName, Vault, VaultRead } from '@avow/vault';

/** A read of one table, whose rows are of that table's type. */
export type ReadOf<T extends TableName> = VaultRead & { readonly table: T };

/** What some reads returned, to be asked for by the read itself. */
export interface Rows {
  of<T extends TableName>(read: ReadOf<T>): readonly Stored<T>[];
}

/**
 * The reads of an act, gathered from all who need one: equal reads are made once, and each finds its
 * own rows again.
 */
export class Reading {
  readonly reads: VaultRead[] = [];
  readonly #places = new Map<string, number>();

  constructor(...reads: readonly VaultRead[]) {
    this.add(...reads);
  }

  add(...reads: readonly VaultRead[]): void {
    for (const read of reads) {
      const name = JSON.stringify(read);
      if (this.#places.has(name)) continue;
      this.#places.set(name, this.reads.length);
      this.reads.push(read);
    }
  }

  /** The rows found, in the order of `reads`, made addressable. */
  rows(found: RowsOf<readonly VaultRead[]>): Rows {
    return {
      of: <T extends TableName>(read: ReadOf<T>) => {
        const place = this.#places.get(JSON.stringify(read));
        if (place === undefined) throw new TypeError(`${read.table} was not read`);
        return found[place] as unknown as readonly Stored<T>[];
      },
    };
  }
}

/** Reads now, outside any act. */
export async function readNow(vault: Vault, ...reads: readonly VaultRead[]): Promise<Rows> {
  const reading = new Reading(...reads);
  return reading.rows(await vault.read(reading.reads));
}
