import { isAPIError } from 'better-auth/api';
import { addressIn } from './address.ts';
import { addressProblem, invalid, passwordProblem } from './entered.ts';
import type { Accounts } from './face.ts';
import type { Premises } from './premises.ts';

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

/** better-auth takes the link and sets the password in one go, and ends every session. */
export function resetWith({ door, tries }: Premises): Accounts['reset'] {
  return async ({ token, password, caller }) => {
    const wrong = invalid({ password: passwordProblem(password) });
    if (wrong !== undefined) return wrong;
    // By token: whose it is would have to be looked up first, and guessing one is hopeless anyway.
    const wait = tries.compare(token, caller);
    if (wait !== undefined) return wait;
    try {
      await door.api.resetPassword({ body: { token, newPassword: password } });
    } catch (problem) {
      if (isAPIError(problem) && problem.body?.code === 'INVALID_TOKEN') {
        return { outcome: 'expired' };
      }
      throw problem;
    }
    return { outcome: 'changed' };
  };
}
