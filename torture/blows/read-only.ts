import { join } from 'node:path';
import type { Deployment } from '../deployment/deployment.ts';
import { makeReadOnly, unmount } from '../deployment/mounts.ts';
import type { Postgres } from '../deployment/postgres.ts';
import type { Anvil, Blow } from './blow.ts';
import { onOwnPostgres } from './own-postgres.ts';
import { mustBeRefused } from './refused.ts';
import { type Harm, through } from './through.ts';

/**
 * The disk can be read and not be written: under the feet of a server (what it keeps outside its
 * stores), or of one that starts (all of it). PostgreSQL: it takes no writes, as a standby does.
 */
export const readOnly: Blow = {
  name: 'disk read-only',
  rounds: { sqlite: 2, postgres: 2 },
  needs: 'mounts',
  strike(anvil) {
    return anvil.engine === 'sqlite'
      ? through(anvil, 'read-only', {}, ({ deployment }, round) =>
          round % 2 === 0 ? outside(anvil, deployment) : atStart(anvil, deployment),
        )
      : onOwnPostgres(anvil, (postgres) =>
          through(anvil, 'read-only', { stores: postgres.stores }, ({ deployment }, round) =>
            round % 2 === 0 ? outside(anvil, deployment) : standby(anvil, postgres),
          ),
        );
  },
};

/** The anchor and the list of erased people. */
function outside({ dice }: Anvil, { home }: Deployment): Harm {
  const folder = join(home, 'anchor');
  return {
    begin: async () => makeReadOnly(folder),
    lasts: 300 + dice.below(500),
    end: async () => unmount(folder),
  };
}

function atStart(anvil: Anvil, deployment: Deployment): Harm {
  return {
    async begin() {
      await deployment.kill(0);
      makeReadOnly(deployment.home);
      const started = await deployment.begin(0).catch(mustBeRefused(anvil));
      if (started) anvil.findings.add('a server started on a disk that cannot be written');
    },
    lasts: 0,
    async end() {
      unmount(deployment.home);
      await deployment.start(0);
    },
  };
}

function standby({ dice }: Anvil, postgres: Postgres): Harm {
  const set = async (value: 'on' | 'off'): Promise<void> => {
    await postgres.administer(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
    await postgres.administer('SELECT pg_reload_conf()');
  };
  return { begin: () => set('on'), lasts: 200 + dice.below(300), end: () => set('off') };
}
