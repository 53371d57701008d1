import type { InForce } from '../policy/in-force.ts';
import type { Telemetry } from './telemetry.ts';

/** Whether the process was started with a version that had been replaced. */
export function watchPolicy({ look }: Telemetry['instruments'], policy: InForce): void {
  look('avow.policy.set_aside', async () => [
    { attributes: {}, value: policy.setAside() === undefined ? 0 : 1 },
  ]);
}
