import { invalid, passwordProblem } from './entered.ts';
import type { Accounts } from './face.ts';
import type { Premises } from './premises.ts';
import { presented } from './sessions.ts';
import { entered, refused } from './sign-in.ts';

export function changePasswordWith(
  needed: Pick<Premises, 'door' | 'tries'>,
): Accounts['changePassword'] {
  const { door, tries } = needed;
  return async ({ cookie, password, next, caller }) => {
    const found = await presented(needed, cookie);
    if (found === undefined || cookie === undefined) return { outcome: 'signed-out' };
    const wrong = invalid({ next: passwordProblem(next) });
    if (wrong !== undefined) return wrong;
    const wait = tries.compare(found.pseudonym, caller);
    if (wait !== undefined) return wait;
    try {
      const { headers } = await door.api.changePassword({
        body: { currentPassword: password, newPassword: next, revokeOtherSessions: true },
        headers: new Headers({ cookie }),
        returnHeaders: true,
      });
      return entered(headers, found.whose);
    } catch (problem) {
      const answer = refused(problem);
      if (answer.outcome === 'unverified') throw problem;
      return answer;
    }
  };
}
