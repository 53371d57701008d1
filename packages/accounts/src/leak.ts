import { AvowError, isAvowFault, type LeakId, type PersonId } from 'avow';
import { addressIn } from './address.ts';
import { addressProblem, invalid } from './entered.ts';
import type { Accounts, LeakReport } from './face.ts';
import type { Premises } from './premises.ts';
import { accountById, accountOf, type Stored, waiting } from './stored.ts';

/** How long the link holds that freezes an account. */
const LIFE = 60 * 60 * 1_000;

/** Reports of leaks by people who are not logged in, and the freezing of their accounts. */
export function leaksWith(premises: Premises): Pick<Accounts, 'reportLeak' | 'freeze'> {
  const { avow, door, tries, later, passwords, writer, link } = premises;
  const links = waiting(door, 'freeze');

  /** The report, or where as many as may wait already, the last of those: whoever filled them locks nobody out. */
  async function report(person: PersonId, what: LeakReport, freeze: boolean) {
    const { values, happened, text } = what;
    const decided = await avow.leaks
      .report({ ...{ person, values, happened, text }, freeze })
      .catch(tooMany);
    if (decided?.permitted) return { leak: decided.value.leak, isNew: true };
    const waits = (await avow.leaks.of(person)).find(({ state }) => state !== 'closed');
    return waits && { leak: waits.leak, isNew: false };
  }

  /** Frozen with the report, by whoever knows the password. */
  async function frozen({ person }: Stored, what: LeakReport): Promise<void> {
    const reported = await report(person, what, true);
    // Nobody is told that it is frozen where it is not.
    if (reported === undefined) throw new AvowError('AVOW_STATE', 'has no leak to freeze it by');
    if (!reported.isNew) await avow.leaks.freeze({ leak: reported.leak, person });
  }

  return {
    async reportLeak(what) {
      const address = addressIn(what.address);
      const isNothing = Object.keys(what.values).length === 0;
      const wrong = invalid({
        address: addressProblem(what.address),
        values: isNothing ? 'missing' : undefined,
        text: what.text.trim() === '' ? 'missing' : undefined,
      });
      if (wrong !== undefined || address === undefined) return wrong ?? { outcome: 'mailed' };
      const pseudonym = premises.pseudonym(address);
      if (what.password !== undefined) {
        const wait = tries.compare(pseudonym, what.caller);
        if (wait !== undefined) return wait;
        const account = await accountOf(door, pseudonym);
        const isTheirs = await passwords.matches(what.password, account?.hash);
        if (!isTheirs || !account?.isConfirmed) return { outcome: 'wrong' };
        await frozen(account, what);
        return { outcome: 'frozen' };
      }
      const wait = tries.mail(pseudonym, what.caller);
      if (wait !== undefined) return wait;
      await later.take(async () => {
        const account = await accountOf(door, pseudonym);
        if (!account?.isConfirmed) return;
        const reported = await report(account.person, what, false);
        if (reported === undefined) return;
        const { leak } = reported;
        const token = await links.put(JSON.stringify({ account: account.id, leak }), LIFE);
        const told = { about: 'leak', link: link('freeze', token) } as const;
        await writer.toPerson(account.person, account.language, told);
      });
      return { outcome: 'mailed' };
    },

    async freeze({ token, caller }) {
      const wait = tries.compare(token, caller);
      if (wait !== undefined) return wait;
      const said = await links.take(token);
      if (said === undefined) return { outcome: 'expired' };
      const { account: id, leak } = JSON.parse(said) as { account: string; leak: LeakId };
      const account = await accountById(door, id);
      if (account === undefined) return { outcome: 'expired' };
      try {
        await avow.leaks.freeze({ leak, person: account.person });
      } catch (problem) {
        // Closed meanwhile, or gone with its person.
        if (!isAvowFault(problem, 'AVOW_STATE', 'AVOW_NOT_FOUND')) throw problem;
        return { outcome: 'expired' };
      }
      return { outcome: 'frozen' };
    },
  };
}

function tooMany(problem: unknown): undefined {
  if (!isAvowFault(problem, 'AVOW_TOO_MANY')) throw problem;
}
