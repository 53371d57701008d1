import type { Form } from '../migrate/form.ts';
import type { Reader } from '../port/store.ts';

/** A reader of one state that can tell all there is to a store: what a copy of it is made from. */
export interface WholeReader extends Reader {
  readonly form: Form;
  /** The latest moment that the store has given to a unit, or a later one. Epoch ms. */
  moment(): Promise<number>;
  /** How many rows a table has. */
  count(table: string): Promise<number>;
}
