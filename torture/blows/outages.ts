import type { Blow } from './blow.ts';
import { onOwnPostgres } from './own-postgres.ts';
import { through } from './through.ts';

/** PostgreSQL goes away under its servers, and comes back; nobody starts them anew. */
export const outages: Blow = {
  name: 'PostgreSQL stopped and started',
  rounds: { postgres: 4 },
  strike(anvil) {
    const { dice } = anvil;
    return onOwnPostgres(anvil, (postgres) =>
      through(anvil, 'outage', { stores: postgres.stores }, (_, round) => ({
        begin: () => postgres.stop(round % 2 === 0 ? 'immediate' : 'fast'),
        lasts: dice.below(400),
        end: () => postgres.start(),
      })),
    );
  },
};
