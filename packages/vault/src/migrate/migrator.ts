import type { Migration, Step } from '../port/schema.ts';
import type { Form } from './form.ts';

/** What an engine does for `avow migrate`: a store opened to have its form changed. */
export interface Migrator {
  /** What form the store is of. `AVOW_SCHEMA` if there is none of ours. */
  form(): Promise<Form>;
  /**
   * Carries a migration out in one transaction, each step told of before it begins; nothing is done
   * if the store is of that form already, because it was run before or another process is doing the
   * same. A crash at any point leaves the form before or the form after.
   *
   * A contracting one rejects with `AVOW_LOCKED` while a program of an older form than it needs is
   * connected, and none connects while it is under way.
   */
  carryOut(migration: Migration, tell: (step: Step) => void): Promise<void>;
  close(): Promise<void>;
}
