import { check, prove } from '@avow/policy';
import { AvowError } from '../fault.ts';
import type { Edition } from './edition.ts';

/** Versions that this process found fit. Proving is quick, but not what a start should repeat. */
const found = new Set<string>();

/**
 * Refuses a policy that does not keep what it says: one with a broken promise, or with an error that
 * `check` finds, such as a sentence with nothing behind it. `AVOW_UNFIT` names the sentences;
 * `avow check` and `avow prove` tell why. Tests of enforced promises are not asked for: they stay
 * behind when a policy is installed.
 */
export function mustBeFit({ digest, engine, policy }: Edition): void {
  if (found.has(digest)) return;
  const broken = prove(engine).flatMap((proof) =>
    proof.kind === 'broken' ? [proof.sentence] : [],
  );
  if (broken.length > 0) throw unfit('breaks its promises', broken);
  const errors = check(policy).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw unfit(
      'has errors',
      errors.map(({ sentence, code }) => sentence ?? code),
    );
  }
  found.add(digest);
}

function unfit(what: string, where: readonly string[]): AvowError {
  const places = [...new Set(where)].join(', ');
  return new AvowError(
    'AVOW_UNFIT',
    `it ${what} (${places}), so it was not put in force`,
    'policy',
  );
}
