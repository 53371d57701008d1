import type { Vault } from '@avow/vault';
import type { Tally } from '../face/versions.ts';

/** How often each sentence permitted and refused, as far as the log has been integrated. */
export async function talliesOf(vault: Vault): Promise<Tally[]> {
  const counts = new Map<string, { permitted: number; refused: number }>();
  for (const { sentence, outcome, count } of await vault.tally()) {
    const tally = counts.get(sentence) ?? { permitted: 0, refused: 0 };
    tally[outcome] += count;
    counts.set(sentence, tally);
  }
  return [...counts].map(([sentence, tally]) => ({ sentence, ...tally }));
}
