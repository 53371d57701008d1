import { openPostgres, type Postgres } from '../deployment/postgres.ts';
import type { Anvil } from './blow.ts';

/** For harm that is done to PostgreSQL itself: one that no other blow is on, while `strike` needs it. */
export async function onOwnPostgres(
  { folder, findings }: Anvil,
  strike: (postgres: Postgres) => Promise<void>,
): Promise<void> {
  const postgres = await openPostgres(folder);
  try {
    await strike(postgres);
  } finally {
    await (findings.all.length === 0 ? postgres.remove() : postgres.stop('fast'));
  }
}
