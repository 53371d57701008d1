import type { FrontDoor } from './front-door.ts';
import { storedPasskeys } from './passkeys/stored.ts';
import type { Premises } from './premises.ts';
import { accountById, renewAccount, waiting } from './stored.ts';

/** A week: long enough to read one's mail, and not so long that a mailbox counts for more than the factor. */
const LIFE = 7 * 24 * 3_600_000;

/** What the link undoes: this factor, of whoever reads this address's mail. */
interface Undoing {
  readonly account: string;
  readonly factor: string;
  readonly pseudonym: string;
}

/** Of a second factor that was switched on: telling its owner, and undoing what a stranger did. */
export interface UndoFactor {
  /** Writes that it is on, with a link for whoever did not do it. */
  tell(account: string): Promise<void>;
  /** A new password, and nothing else that the old one could have added; undefined: no link of this kind. */
  undo(token: string, password: string): Promise<'changed' | 'expired' | undefined>;
}

/**
 * Whoever knows a password can switch a second factor on, and a new password alone would not let the owner in again.
 * The link that tells of it does; it is good for that factor and that address alone.
 */
export function undoFactorWith(
  premises: Pick<Premises, 'door' | 'writer' | 'later' | 'link' | 'passwords'>,
): UndoFactor {
  const { door, writer, later, link, passwords } = premises;
  const links = waiting(door, 'undo-factor');
  return {
    async tell(id) {
      await later.take(async () => {
        const [account, factor] = await Promise.all([accountById(door, id), factorOf(door, id)]);
        if (account === undefined || factor === undefined) return;
        const { pseudonym, person, language } = account;
        const undoing: Undoing = { account: id, factor, pseudonym };
        const token = await links.put(JSON.stringify(undoing), LIFE);
        const told = { about: 'second-factor', link: link('reset', token) } as const;
        await writer.toPerson(person, language, told);
      });
    },

    async undo(token, password) {
      const said = await links.find(token);
      if (said === undefined) return undefined;
      const { account: id, factor, pseudonym } = JSON.parse(said) as Undoing;
      const account = await accountById(door, id);
      // Whoever reads the old address alone is no longer the owner; and another factor has a link of its own.
      if (account?.pseudonym !== pseudonym || (await factorOf(door, id)) !== factor)
        return 'expired';
      await storedPasskeys(door).removeAll(id);
      await renewAccount(door, id, await passwords.hash(password));
      // Used up last: what is cut off before is finished by the same link.
      await links.take(token);
      return 'changed';
    },
  };
}

/** Names the factor of an account: another one has another name. */
async function factorOf(door: FrontDoor, account: string): Promise<string | undefined> {
  const { adapter } = await door.$context;
  const where = [{ field: 'userId', value: account }];
  const row = await adapter.findOne<{ readonly id: string }>({ model: 'twoFactor', where });
  return row?.id;
}
