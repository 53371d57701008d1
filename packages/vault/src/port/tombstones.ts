import type { PersonId } from '../id.ts';

/**
 * A list of everyone erased, and of those whose erasure waits, outside both stores. The stores forget an erasure when they are put
 * back to an earlier day; whoever puts them back erases again whom this list names. Ids only.
 *
 * - **Durability**: when `add` resolves, the ids survive a crash of the machine.
 * - **Concurrency**: any number of processes may add; nothing is lost, something may be there twice.
 * - **Absence**: a list never made is not an empty one: nobody knows then who was erased.
 */
export interface Tombstones {
  exists(): Promise<boolean>;
  /** Makes the list if there is none, and adds to it. `AVOW_TOMBSTONES` if it cannot. */
  add(people: readonly PersonId[]): Promise<void>;
  /** The same of people who asked to be erased while a legal hold stands against it. */
  addHeld(people: readonly PersonId[]): Promise<void>;
  /** Everyone on the list, in bounded memory. Rejects with `AVOW_TOMBSTONES` if there is none. */
  people(): AsyncIterable<PersonId>;
  /** Everyone whose erasure waited; those too who have been erased since. Rejects as `people` does. */
  held(): AsyncIterable<PersonId>;
}
