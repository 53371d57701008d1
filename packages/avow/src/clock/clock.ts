import type { Vault } from '@avow/vault';
import type { Clockwork } from '../face/clock.ts';

/** The clock, and what somebody says of it. */
export function clockOf(vault: Pick<Vault, 'clock' | 'confirmClock'>): Clockwork {
  return {
    standing: () => vault.clock(),
    confirm: async () => ({ wasInDoubt: await vault.confirmClock() }),
  };
}
