import type { Told } from '../act/act.ts';
import type { Opening } from '../vault.ts';
import type { Json } from './draft.ts';

/** A row of history before it is sealed: the person is in the row, and bound to the seal. */
interface Content extends Omit<Opening, 'person'> {
  readonly note: Json;
}

/** What a row of history seals. */
export function toldBytes({ opening, note }: Told): Uint8Array {
  const { nonce, party, evidence, at } = opening;
  const content: Content = { nonce, party, evidence, at, note };
  return Buffer.from(JSON.stringify(content), 'utf8');
}

/** What a row of history about this person held. */
export function toldFrom(person: string, bytes: Uint8Array): Told {
  const content = JSON.parse(Buffer.from(bytes).toString('utf8')) as Content;
  const { nonce, party, evidence, at, note } = content;
  return { opening: { nonce, person, party, evidence, at }, note };
}
