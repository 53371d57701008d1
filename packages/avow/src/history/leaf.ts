import type { ReadOf } from '../rows/reading.ts';

/** A decision as the log holds it. */
export interface DecisionLeaf {
  readonly kind: 'decision';
  readonly id: string;
  readonly policy: string;
  readonly action: string;
  readonly purpose: string;
  readonly recipient: string;
  /** Empty where the state of an account refused, before any cell was looked up. */
  readonly cells: readonly (readonly [category: string, known: number, refuted: number])[];
  readonly permitted: boolean;
  readonly cites: readonly string[];
  /** The hour in UTC: `2026-01-05T09:00Z`. */
  readonly hour: string;
}

export interface EvidenceLeaf {
  readonly kind: 'evidence';
  readonly id: string;
  readonly evidence: string;
  readonly state: string;
  readonly hour: string;
}

/** Any other entry: a version, an erasure, a sweep, the beginning of the log, what befell its keys. */
interface OtherLeaf {
  readonly kind:
    | 'version'
    | 'genesis'
    | 'erasure'
    | 'sweep'
    | 'rekey'
    | 'restore'
    | 'rotation'
    | 'escrow'
    | 'recovery';
  readonly id: string;
  readonly hour: string;
}

export type Leaf = DecisionLeaf | EvidenceLeaf | OtherLeaf;

/** The body of an entry, which only the vault writes, and whose hash stands in the tree. */
export function leafFrom(body: Uint8Array): Leaf {
  return JSON.parse(Buffer.from(body).toString('utf8')) as Leaf;
}

/** One entry, as it stands in the log. */
export function entryOf(id: string): ReadOf<'entry'> {
  return { table: 'entry', by: 'id', equals: [id], limit: 1 };
}
