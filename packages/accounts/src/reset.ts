import { isAvowFault } from 'avow';
import { isAPIError } from 'better-auth/api';
import { addressIn } from './address.ts';
import { addressProblem, invalid, passwordProblem } from './entered.ts';
import type { Accounts } from './face.ts';
import type { FrontDoor } from './front-door.ts';
import { storedPasskeys } from './passkeys/stored.ts';
import type { Premises } from './premises.ts';
import { accountById, type Stored } from './stored.ts';
import type { UndoFactor } from './undo-factor.ts';

/** A link to choose a new password goes to the address, if it has an account that was confirmed. */
export function requestResetWith({ door, tries, later, ...premises }: Premises) {
  const request: Accounts['requestReset'] = async ({ address: typed, caller }) => {
    const address = addressIn(typed);
    const wrong = invalid({ address: addressProblem(typed) });
    if (address === undefined) return wrong ?? { outcome: 'mailed' };
    const email = premises.pseudonym(address);
    const wait = tries.mail(email, caller);
    if (wait !== undefined) return wait;
    await later.take(async () => void (await door.api.requestPasswordReset({ body: { email } })));
    return { outcome: 'mailed' };
  };
  return request;
}

/**
 * better-auth takes the link and sets the password in one go, and ends every session. An account that needs
 * new credentials because of a leak loses its passkeys, for with the old password anybody could add one, and
 * opens if that had frozen it: whoever knows the old password is out by then.
 */
export function resetWith(premises: Premises, { undo }: UndoFactor): Accounts['reset'] {
  const { door, tries } = premises;
  return async ({ token, password, caller }) => {
    const wrong = invalid({ password: passwordProblem(password) });
    if (wrong !== undefined) return wrong;
    // By token: whose it is would have to be looked up first, and guessing one is hopeless anyway.
    const wait = tries.compare(token, caller);
    if (wait !== undefined) return wait;
    const undone = await undo(token, password);
    if (undone !== undefined) return { outcome: undone };
    const account = await accountBehind(door, token);
    try {
      await door.api.resetPassword({ body: { token, newPassword: password } });
    } catch (problem) {
      if (isAPIError(problem) && problem.body?.code === 'INVALID_TOKEN') {
        return { outcome: 'expired' };
      }
      throw problem;
    }
    // Cut off before this, the account stays frozen, and the next reset opens it.
    if (account) await renew(premises, account).catch(erased);
    return { outcome: 'changed' };
  };
}

/** Does nothing where no leak asked for it. */
async function renew(
  { avow, door }: Pick<Premises, 'avow' | 'door'>,
  { id, person }: Stored,
): Promise<void> {
  const leaks = await avow.leaks.of(person);
  if (!leaks.some(({ reset }) => reset !== undefined && reset.renewed === undefined)) return;
  await storedPasskeys(door).removeAll(id);
  await avow.leaks.renewed({ person });
}

/** Whose link it is, before it is used up. */
async function accountBehind(door: FrontDoor, token: string): Promise<Stored | undefined> {
  const { internalAdapter } = await door.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return found ? accountById(door, found.value) : undefined;
}

function erased(problem: unknown): void {
  if (!isAvowFault(problem, 'AVOW_NOT_FOUND')) throw problem;
}
