import type { Notices } from '../face/notices.ts';
import type { Telemetry } from './telemetry.ts';

/** What is told where nothing is announced. */
const none = { told: 0, waiting: 0, unreachable: 0, failed: 0, refused: 0, uncertain: 0 };

/** Who was told of what is announced, and who was not yet: looked up when somebody asks. */
export function watchNotices({ look }: Telemetry['instruments'], notices: Notices): void {
  let underWay: ReturnType<Notices['progress']> | undefined;
  // Both figures come of one look: it reads a row or two of everybody.
  const progress = () => {
    underWay ??= notices.progress().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  look('avow.notices', async () => {
    const counts: Record<string, number> = { ...none };
    for (const { mail } of await progress()) {
      if (mail === undefined) continue;
      const { refused, ...others } = mail;
      const all = { ...others, refused: Object.values(refused).reduce((a, b) => a + b, 0) };
      for (const [state, count] of Object.entries(all)) {
        counts[state] = (counts[state] ?? 0) + count;
      }
    }
    return Object.entries(counts).map(([state, value]) => ({
      attributes: { 'avow.state': state },
      value,
    }));
  });
  look('avow.notices.overdue', async () => [
    { attributes: {}, value: (await progress()).filter(({ isOverdue }) => isOverdue).length },
  ]);
}
