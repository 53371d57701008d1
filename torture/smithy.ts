import type { EngineName, Stores } from './deployment/deployment.ts';
import { openPostgres, type Postgres } from './deployment/postgres.ts';
import { sqliteStores } from './deployment/sqlite.ts';

/** Where the stores of every engine come from, for the length of a run. */
export interface Smithy {
  /** The stores of a new deployment. On PostgreSQL: on one server for all, started when first asked for. */
  stores(engine: EngineName, home: string): Promise<Stores> | Stores;
  /** Leaves the stores where they are, if something was found. */
  close(isToBeKept: boolean): Promise<void>;
}

export function openSmithy(folder: string): Smithy {
  let opening: Promise<Postgres> | undefined;

  async function onPostgres(home: string): Promise<Stores> {
    opening ??= openPostgres(folder);
    return (await opening).stores(home);
  }

  return {
    stores(engine, home) {
      switch (engine) {
        case 'sqlite':
          return sqliteStores(home);
        case 'postgres':
          return onPostgres(home);
      }
    },
    async close(isToBeKept) {
      const postgres = await opening;
      await (isToBeKept ? postgres?.stop('fast') : postgres?.remove());
    },
  };
}
