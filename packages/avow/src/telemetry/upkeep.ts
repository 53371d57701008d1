import type { Vault } from '@avow/vault';
import type { Telemetry } from './telemetry.ts';

/** What has to go and has not gone yet, and the clock that says so: looked up when somebody asks. */
export function watchUpkeep(
  { look }: Telemetry['instruments'],
  vault: Pick<Vault, 'upkeep' | 'clock'>,
  now: () => number,
): void {
  const upkeepNow = shared(() => vault.upkeep());
  const clockNow = shared(() => vault.clock());
  const only = (value: number) => [{ attributes: {}, value }];
  look('avow.sweep.due', async () => only((await upkeepNow()).due));
  look('avow.sweep.overdue', async () => {
    const { since } = await upkeepNow();
    return only(since === undefined ? 0 : Math.max(0, now() - since) / 1000);
  });
  look('avow.sweep.held', async () => only((await upkeepNow()).held));
  look('avow.erasures.pending', async () => {
    const { erasing, waiting } = await upkeepNow();
    return [
      { attributes: { 'avow.state': 'erasing' }, value: erasing },
      { attributes: { 'avow.state': 'held' }, value: waiting },
    ];
  });
  look('avow.clock.ahead', async () => only((await clockNow()).ahead / 1000));
  look('avow.clock.behind', async () => only((await clockNow()).behind / 1000));
  look('avow.clock.doubted', async () => {
    const { gap } = await clockNow();
    return only(gap === undefined ? 0 : (gap.to - gap.from) / 1000);
  });
}

/** Several figures that are looked up at once come of one look. */
function shared<A>(look: () => Promise<A>): () => Promise<A> {
  let underWay: Promise<A> | undefined;
  return () => {
    underWay ??= look().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
