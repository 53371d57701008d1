import type { Json } from './draft.ts';

/**
 * What a commitment hides. It proves of whom an entry speaks: HMAC-SHA-256 under `nonce` over the
 * canonical subject is the body's `subject`. It outlives erasure in the hands of whoever holds it,
 * and nowhere else. `nonce` is base64 of 32 bytes, `at` epoch ms.
 */
export interface Opening {
  readonly nonce: string;
  readonly person: string;
  readonly party: string | null;
  readonly evidence: readonly string[];
  readonly at: number;
}

/** What a row of history tells. Its entry (id, body, position) is read like any other row. */
export interface Told {
  /** Opens the commitment of the row's entry. */
  readonly opening: Opening;
  /** The note of the entry's subject; null if there was none. */
  readonly note: Json;
}

/** As it is sealed: the person stands in the row, and is bound to the seal. */
interface Content extends Omit<Opening, 'person'> {
  readonly note: Json;
}

/** What a row of history seals. */
export function toldBytes({ opening, note }: Told): Uint8Array {
  const { nonce, party, evidence, at } = opening;
  const content: Content = { nonce, party, evidence, at, note };
  return Buffer.from(JSON.stringify(content), 'utf8');
}

/** What a row of history about this person had sealed. */
export function toldFrom(person: string, bytes: Uint8Array): Told {
  const content = JSON.parse(Buffer.from(bytes).toString('utf8')) as Content;
  const { nonce, party, evidence, at, note } = content;
  return { opening: { nonce, person, party, evidence, at }, note };
}
