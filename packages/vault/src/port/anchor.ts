/**
 * A place for the last checkpoint outside both stores, so that stores put back to an earlier day
 * are noticed. One value, a signed note (C2SP signed-note), read and exchanged as a whole.
 *
 * - **Durability**: when `swap` resolves to `true`, `next` survives a crash of the machine.
 * - **Concurrency**: of two swaps that expect the same value at most one succeeds.
 * - **Absence**: an anchor never written reads as `undefined`, and is expected as such.
 * - **Failure**: a rejected `swap` may or may not have been kept; read before trying again.
 */
export interface Anchor {
  read(): Promise<string | undefined>;
  /** Stores `next` if the anchor still holds `expected`; `false` if it holds something else. */
  swap(expected: string | undefined, next: string): Promise<boolean>;
}
