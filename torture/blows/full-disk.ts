import { join } from 'node:path';
import { fillerIn, mountSmall, unmount } from '../deployment/mounts.ts';
import { openPostgres } from '../deployment/postgres.ts';
import type { Anvil, Blow } from './blow.ts';
import { mustBeRefused } from './refused.ts';
import { through } from './through.ts';

/** Large enough for what a blow leaves; small enough to be filled at once: megabytes. */
const SIZE = { sqlite: 64, postgres: 256 };

/** The disk is full, to the last byte or to a few kilobytes before it; then there is room again. */
export const fullDisk: Blow = {
  name: 'disk full',
  rounds: { sqlite: 4, postgres: 3 },
  needs: 'mounts',
  async strike(anvil) {
    const disk = join(anvil.folder, 'disk');
    mountSmall(disk, SIZE[anvil.engine]);
    try {
      await (anvil.engine === 'sqlite' ? onSqlite(anvil, disk) : onPostgres(anvil, disk));
    } finally {
      unmount(disk);
    }
  },
};

function onSqlite(anvil: Anvil, disk: string): Promise<void> {
  const { dice } = anvil;
  const filler = fillerIn(disk);
  return through(anvil, 'full', { home: join(disk, 'home') }, ({ deployment }, round) => ({
    begin: async () => filler.fill(dice.one([0, 0, 8, 40, 200])),
    lasts: 200 + dice.below(300),
    async end() {
      if (round % 3 === 1) {
        // As if somebody had tried whether it helps. It may start, or say why it cannot.
        await deployment.kill(0);
        await deployment.begin(0).catch(mustBeRefused(anvil));
      }
      filler.free();
      if (deployment.servers[0] === undefined) await deployment.start(0);
      // A server whose store cannot be opened again ends, so that a start looks at it.
      else await deployment.recover(0);
    },
  }));
}

async function onPostgres(anvil: Anvil, disk: string): Promise<void> {
  const { dice } = anvil;
  const filler = fillerIn(disk);
  const postgres = await openPostgres(disk);
  const stores = (home: string) => postgres.stores(home);
  try {
    await through(anvil, 'full', { stores }, () => ({
      begin: async () => filler.fill(dice.one([0, 0, 64, 2_000])),
      lasts: 300 + dice.below(500),
      async end() {
        filler.free();
        // Without room for its journal it gives up; an operator then starts it again.
        if (await postgres.hasGivenUp()) await postgres.start();
      },
    }));
  } finally {
    await postgres.remove();
  }
}
