import type { Vault } from '@avow/vault';
import type { Providers } from './facts/registry.ts';
import type { InForce } from './policy/in-force.ts';

/** One platform's policy at work: where its data lies, what decides, and what facts are read by. */
export interface Deployment {
  readonly vault: Vault;
  readonly policy: InForce;
  readonly providers: Providers;
  /** The region this deployment keeps its data in, by its name in the policy, and its country. */
  readonly region: { readonly name: string; readonly country: string };
}
