import type { MigratedStore, MigrateOptions } from 'avow';
import { command } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { isThere, namedIn, placesIn } from '../deployment/places.ts';
import { migratedPage, stepLine } from '../migrate/page.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const migrate = command({
  name: 'migrate',
  summary: "brings the stores to this program's form, beside servers of the one before",
  help: `avow migrate [--data <place>] [--keys <place>] [--check] [--json]

A store notes its form, and the oldest program that may work with it. A server starts on no store of an
older form than it needs; this brings both stores, and that of the servers' API keys, to the form that
this program makes. Needs no passphrase.

  --data   where the data lies: ./data, or what AVOW_DATA says
  --keys   where the keys lie: ./keys, or what AVOW_KEYS says
  --check  does nothing, and says what would be done

A migration that only expands leaves servers of the form before at work: replace them afterwards, one
by one. One that contracts needs all of them replaced, and is refused (AVOW_LOCKED) until then; what
came before it stays done. Each is one transaction: cut off anywhere, run twice or by two at once, the
store is of the form before or of the form after. There is no way back but a backup; one of
databases is taken with the program of before.

Exit code 1 with --check if there is something to do; 2 if it could not be done.`,
  operands: [],
  options: { data: named, keys: named, check: { type: 'boolean' } },
  async run({ options }, { folder, environment, say }): Promise<Report> {
    const { check = false } = options;
    const places = placesIn({ ...namedIn(environment), ...options }, folder);
    for (const store of [places.data, places.keys]) {
      if (!isThere(store)) throw new UsageError(`There is no store at ${store}.`);
    }
    const { migrateAvow, stepInWords } = await import('avow');
    const progress: Parameters<typeof migrateAvow>[0]['progress'] = (migration, step) => {
      const does = stepInWords(step);
      say({ page: [stepLine(migration, does)], data: { migration, step: does } });
    };
    const both = await migrateAvow({ data: places.data, keys: places.keys, check, progress });
    const migrated = [...both, ...(await migratedServer(places.server, { check, progress }))];
    const isDue = migrated.some(({ migrations }) => migrations.length > 0);
    return {
      found: check && isDue,
      page: migratedPage(migrated, check),
      data: { check, migrated },
    };
  },
});

/** What opens the servers lies beside the data; there is none before the first start. */
async function migratedServer(
  place: string,
  options: Pick<MigrateOptions, 'check' | 'progress'>,
): Promise<readonly MigratedStore[]> {
  if (!isThere(place)) return [];
  const { migrateKeys } = await import('@avow/server');
  const migrated = await migrateKeys(place, options);
  return migrated === undefined ? [] : [migrated];
}
