import type { InForce } from './in-force.ts';

/** Says that the program's own policy does not decide; a roll-out may have gone back without anybody's will. */
export function warnIfSetAside(policy: InForce): void {
  const digest = policy.setAside();
  if (digest === undefined) return;
  process.emitWarning(
    `this program's policy, ${digest}, was replaced before; ${policy.current().digest} stays in force`,
    { code: 'AVOW_POLICY_REPLACED', detail: 'To come back to it, publish it.' },
  );
}
