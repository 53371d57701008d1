import type { Words } from '@avow/policy';
import type { VaultRead } from '@avow/vault';
import type { AboutCase } from '../register/desk/case.ts';
import type { AboutHanded } from '../register/disclosure.ts';
import type { AboutLots } from '../register/lot.ts';
import type { Rows } from '../rows/reading.ts';

/** What is asked, as far as it decides which records a fact is read from. */
export interface Asked {
  readonly person: string;
  readonly action: string;
  readonly purpose: string;
  /** Who was named: `person`, `platform`, `public`, a party another user or one of the staff. */
  readonly to: 'person' | 'platform' | 'public' | 'party' | 'user' | 'staff';
  /** The party that receives or hands in. */
  readonly party: string | undefined;
  /** The other user who receives. */
  readonly user: string | undefined;
  /** The member of staff who is shown something. */
  readonly staff: string | undefined;
  readonly order: string | undefined;
  /** The mechanism that a transfer is to rest on, if one was named. */
  readonly mechanism: string | undefined;
  /** What the case at the desk was opened with that a question names. */
  readonly case: AboutCase | undefined;
  /** Where a question is about items: where their terms are read, and which of them are meant. */
  readonly items: AboutLots | undefined;
  /** Where a question is about opening what was handed over: that. */
  readonly handed: AboutHanded | undefined;
  /** The words of the policy that decides. */
  readonly words: Words;
  /** Where this platform keeps its data: ISO 3166-1 alpha-2. */
  readonly country: string;
}

/**
 * Reads one kind of fact from dated records. `reads` says which rows it wants; `judge` says, from
 * those rows alone, whether the fact holds at `now` for one category: true, false, or `undefined` for
 * not known. Both are pure. One that throws is not known: it can make an act impossible, never
 * possible.
 */
export interface FactProvider {
  reads(asked: Asked): readonly VaultRead[];
  judge(rows: Rows, asked: Asked & { readonly category: string }, now: number): boolean | undefined;
}
