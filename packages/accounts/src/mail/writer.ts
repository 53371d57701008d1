import type { Words } from '@avow/policy';
import type { Avow, PersonId } from 'avow';
import { type Address, addressIn } from '../address.ts';
import type { Mail } from './mail.ts';
import { type Language, type Occasion, wordingOf } from './words.ts';

/** Writes to people. */
export interface Writer {
  /**
   * Writes to the address that the vault holds of somebody: an act of its own, decided and on record.
   * Where the policy does not permit it, or nothing is held, nobody is written to.
   */
  toPerson(person: PersonId, language: Language, occasion: Occasion): Promise<void>;
  /** Writes to an address that nobody has yet: to the one who is about to prove that it is theirs. */
  toAddress(address: Address, language: Language, occasion: Occasion): Promise<void>;
}

interface WriterOptions {
  readonly avow: Pick<Avow<Words>, 'act'>;
  readonly mail: Mail;
  /** The policy's category of the address, and the act of writing to somebody for their security. */
  readonly category: string;
  readonly message: { readonly action: string; readonly purpose: string };
}

export function writerWith({ avow, mail, category, message }: WriterOptions): Writer {
  const send = (to: Address, language: Language, occasion: Occasion) =>
    mail.send({ to, ...wordingOf(language, occasion) });
  return {
    async toPerson(person, language, occasion) {
      const { action, purpose } = message;
      const categories = [category];
      const decided = await avow.act(action, { person, purpose, categories, to: 'person' });
      const address = decided.permitted ? addressIn(decided.value.values[category]) : undefined;
      if (address !== undefined) await send(address, language, occasion);
    },
    toAddress: send,
  };
}
