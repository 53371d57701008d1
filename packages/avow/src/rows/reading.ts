import type { RowsOf, Stored, TableName, Vault, VaultRead } from '@avow/vault';

/** A read of one table, whose rows are of that table's type. */
export type ReadOf<T extends TableName> = VaultRead & { readonly table: T };

type Bound = VaultRead['after'];

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
  readonly #places = new Map<VaultRead, number>();

  constructor(...reads: readonly VaultRead[]) {
    this.add(...reads);
  }

  add(...reads: readonly VaultRead[]): void {
    for (const read of reads) {
      if (this.#placeOf(read) < 0) this.#places.set(read, this.reads.push(read) - 1);
    }
  }

  /** The rows found, in the order of `reads`, made addressable. */
  rows(found: RowsOf<readonly VaultRead[]>): Rows {
    return {
      of: <T extends TableName>(read: ReadOf<T>) => {
        const rows = found[this.#placeOf(read)];
        if (rows === undefined) throw new TypeError(`${read.table} was not read`);
        return rows as unknown as readonly Stored<T>[];
      },
    };
  }

  // Reads are few: to compare them costs less than to make up a name for each.
  #placeOf(read: VaultRead): number {
    return this.#places.get(read) ?? this.reads.findIndex((other) => isSame(read, other));
  }
}

function isSame(a: VaultRead, b: VaultRead): boolean {
  return (
    a.table === b.table &&
    a.by === b.by &&
    a.limit === b.limit &&
    a.descending === b.descending &&
    isSameValue(a.after, b.after) &&
    isSameValue(a.upTo, b.upTo) &&
    a.equals.length === b.equals.length &&
    a.equals.every((value, at) => isSameValue(value, b.equals[at]))
  );
}

function isSameValue(a: Bound, b: Bound): boolean {
  if (a === b) return true;
  return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
}

/** Reads now, outside any act. */
export async function readNow(
  vault: Pick<Vault, 'read'>,
  ...reads: readonly VaultRead[]
): Promise<Rows> {
  const reading = new Reading(...reads);
  return reading.rows(await vault.read(reading.reads));
}
