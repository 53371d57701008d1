import type { Vault } from '@avow/vault';
import type { Log } from '../face/log.ts';
import { talliesOf } from '../log/tallies.ts';
import type { Telemetry } from './telemetry.ts';

/** Figures that the log itself keeps: looked up when somebody asks. */
export function watchLog(instruments: Telemetry['instruments'], vault: Vault, log: Log): void {
  instruments.look('avow.decisions', async () =>
    (await talliesOf(vault)).flatMap(({ sentence, permitted, refused }) => [
      { attributes: { 'avow.sentence': sentence, 'avow.outcome': 'permitted' }, value: permitted },
      { attributes: { 'avow.sentence': sentence, 'avow.outcome': 'refused' }, value: refused },
    ]),
  );
  instruments.look('avow.log.pending.entries', async () => {
    const { entries } = await log.pending();
    return [{ attributes: {}, value: entries }];
  });
  instruments.look('avow.log.pending.age', async () => {
    const { oldest = 0 } = await log.pending();
    return [{ attributes: {}, value: oldest / 1000 }];
  });
}
