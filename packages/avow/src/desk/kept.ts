import { registers } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { keptUntil } from '../registers/term.ts';

/** How long something of the desk's stays on record that ends at `end`: as long as all of its kind. */
export function keptAfter({ policy }: Deployment, end: number | null): number | null {
  if (end === null) return null;
  return keptUntil(policy.current().policy.vocabulary, registers.violation, end);
}
