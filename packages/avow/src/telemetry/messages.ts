import type { Vault } from '@avow/vault';
import { campaigns } from '../register/campaign.ts';
import { openImports } from '../register/import.ts';
import { readNow } from '../rows/reading.ts';
import type { Telemetry } from './telemetry.ts';

/** What is being sent, and what is being taken in: looked up when somebody asks. */
export function watchMessages({ look }: Telemetry['instruments'], vault: Vault): void {
  look('avow.campaigns', async () => {
    const counts: Record<string, number> = { draft: 0, running: 0, paused: 0 };
    for (const { state } of (await readNow(vault, campaigns)).of(campaigns)) {
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return Object.entries(counts).map(([state, value]) => ({
      attributes: { 'avow.state': state },
      value,
    }));
  });
  look('avow.imports.open', async () => {
    const rows = (await readNow(vault, openImports)).of(openImports);
    return [{ attributes: {}, value: rows.length }];
  });
}
