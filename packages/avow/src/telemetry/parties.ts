import type { Words } from '@avow/policy';
import type { Parties } from '../face/parties.ts';
import type { Telemetry } from './telemetry.ts';

/** What parties still owe: looked up when somebody asks. */
export function watchParties(
  { look }: Telemetry['instruments'],
  parties: Pick<Parties<Words>, 'duties'>,
): void {
  look('avow.parties.duties', async () => {
    const counts: Record<string, number> = { due: 0, reminded: 0, overdue: 0, refused: 0 };
    for (const { state } of await parties.duties()) counts[state] = (counts[state] ?? 0) + 1;
    return Object.entries(counts).map(([state, value]) => ({
      attributes: { 'avow.state': state },
      value,
    }));
  });
}
