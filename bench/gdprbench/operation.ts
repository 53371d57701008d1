import type { Kept, NewRecord } from './record.ts';

/** What somebody asks of a store. */
export type Operation =
  | { readonly kind: 'insert'; readonly record: NewRecord }
  | { readonly kind: 'delete by purpose'; readonly pur: string }
  | { readonly kind: 'delete by user'; readonly usr: string }
  | { readonly kind: 'delete by key'; readonly key: string }
  | ({ readonly kind: 'update metadata by purpose'; readonly pur: string } & Setting)
  | ({ readonly kind: 'update metadata by user'; readonly usr: string } & Setting)
  | ({ readonly kind: 'update metadata by key'; readonly key: string } & Setting)
  | { readonly kind: 'update data by key'; readonly key: string; readonly data: string }
  /** `pur` is what the processor reads it for; it reads what was collected for that. */
  | { readonly kind: 'read by key'; readonly key: string; readonly pur: string }
  | { readonly kind: 'read by user'; readonly usr: string }
  | { readonly kind: 'read by purpose'; readonly pur: string }
  /** Whatever does not object to this use. */
  | { readonly kind: 'read by objection'; readonly obj: string }
  | { readonly kind: 'read metadata by key'; readonly key: string }
  | { readonly kind: 'read metadata by user'; readonly usr: string }
  /** How many of the newest ten readings by the regulator the log accounts for. */
  | { readonly kind: 'read the log' }
  | { readonly kind: 'verify deletion'; readonly key: string };

/** One field of the metadata and what it shall be. */
export interface Setting {
  readonly field: 'acl' | 'shr' | 'obj' | 'dec';
  readonly value: string;
}

/** The most readings that a look into the log is asked for. */
export const NEWEST = 10;

export type Datum = Pick<Kept, 'key' | 'data'>;
export type KeptMetadata = Omit<Kept, 'data'>;

/** What a store answers; lists in any order. */
export type Answer =
  | { readonly data: readonly Datum[] }
  | { readonly metadata: readonly KeptMetadata[] }
  | { readonly count: number }
  | { readonly isGone: boolean }
  /** Undefined where no log is kept. */
  | { readonly readings: number | undefined };

export function metadataOf({ data: _data, ...metadata }: Kept): KeptMetadata {
  return metadata;
}
