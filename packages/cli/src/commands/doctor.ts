import { resolve } from 'node:path';
import { command } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { isThere, namedIn, placesIn } from '../deployment/places.ts';
import { examinedPage } from '../doctor/page.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const doctor = command({
  name: 'doctor',
  summary: 'is a deployment in good order, and what is to be done?',
  help: `avow doctor [--data <place>] [--keys <place>] [--passphrase <file>] [--anchor <place>]
            [--backups <folder>] [--json]

Looks at permissions, disk, schema, keys, anchor, sequencer, clock, retention, erasures and backups, and
says of each: ok, warn or fail, and what to do. Only reads, and may run beside a server. It is no audit:
"avow audit" holds every row and entry against the log.

  --data        where the data lies: ./data, or what AVOW_DATA says
  --keys        where the keys lie: ./keys, or what AVOW_KEYS says
  --passphrase  what the keys are wrapped under; otherwise the file "root" of the same place
  --anchor      where the last checkpoint is kept: ./anchor, or what AVOW_ANCHOR says
  --backups     the folder that "avow backup" makes its folders in; not looked at if not said

Exit code 1 if something fails; 2 if it could not be looked at.`,
  operands: [],
  options: { data: named, keys: named, passphrase: named, anchor: named, backups: named },
  async run({ options }, { folder, environment }): Promise<Report> {
    const places = placesIn({ ...namedIn(environment), ...options }, folder);
    for (const store of [places.data, places.keys]) {
      if (!isThere(store)) throw new UsageError(`There is no store at ${store}.`);
    }
    const { examineAvow, passphraseFile } = await import('avow');
    const found = await examineAvow({
      data: places.data,
      keys: places.keys,
      keyring: passphraseFile(places.passphrase, { mode: 'production' }),
      anchor: places.anchor,
      files: [places.server, places.passphrase, places.apiKey],
      ...(options.backups && { backups: resolve(folder, options.backups) }),
    });
    return {
      found: found.some(({ state }) => state === 'fail'),
      page: examinedPage(found),
      data: { examined: found },
    };
  },
});
