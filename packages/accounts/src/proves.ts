import type { Accounts } from './face.ts';
import type { Premises } from './premises.ts';
import { presented } from './sessions.ts';
import { accountById } from './stored.ts';

/** Whether whoever presents the cookie knows the password: a browser left open does not. */
export function provesWith(premises: Premises): Accounts['proves'] {
  const { door, tries, passwords } = premises;
  return async ({ cookie, password, caller }) => {
    const found = await presented(premises, cookie);
    const account = found && (await accountById(door, found.account));
    if (account === undefined) return { outcome: 'signed-out' };
    const wait = tries.compare(account.pseudonym, caller);
    if (wait !== undefined) return wait;
    const isIts = await passwords.matches(String(password), account.hash);
    return { outcome: isIts ? 'proven' : 'wrong' };
  };
}
