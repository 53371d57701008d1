import { resolve } from 'node:path';
import { command } from '../arguments/command.ts';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import { takenPage } from '../backup/page.ts';
import { isThere, namedIn, placesIn } from '../deployment/places.ts';
import { teller } from '../progress.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const backup = command({
  name: 'backup',
  summary: 'copies data and keys, beside a running server',
  help: `avow backup --to <folder> [--data <place>] [--keys <place>] [--anchor <place>] [--json]

Copies both stores, each in one state, while a server may be at work. Everything stays sealed, so no
passphrase is needed. Makes two folders in a new one:

  data  the sealed data and the log
  keys  the keys that open it, themselves wrapped under the passphrase

Both are SQLite files, also where the stores are PostgreSQL databases; "avow restore" brings them to
either. Neither opens anything without the other, so keep them apart. The folder has its name only when all of
it is on stable storage. The passphrase, the anchor's folder and the API keys are not in it.

  --to      a folder that is not there yet
  --data    where the data lies: ./data, or what AVOW_DATA says
  --keys    where the keys lie: ./keys, or what AVOW_KEYS says
  --anchor  where the last checkpoint is kept: ./anchor, or what AVOW_ANCHOR says; a log that falls
            short of it was put back, and is not copied. Without ./anchor, and if no other place is
            named, it is not asked

Delete the keys of a backup after seven days: they could still open what was erased since, and
"avow restore" takes none that is older. While the keys are copied, an erasure is answered
"try again".

Exit code 2 if no backup was made.`,
  operands: [],
  options: { to: named, data: named, keys: named, anchor: named },
  async run({ options }, place): Promise<Report> {
    const to = resolve(place.folder, required(options.to, 'to'));
    const given = { ...namedIn(place.environment), ...options };
    const { data, keys, anchor } = placesIn(given, place.folder);
    for (const store of [data, keys]) {
      if (!isThere(store)) throw new UsageError(`There is no store at ${store}.`);
    }
    const { backupAvow } = await import('avow');
    const manifest = await backupAvow({
      ...{ data, keys, to, progress: teller(place) },
      // A machine that only copies need not see what is kept outside; a share that is named and gone must not pass for that.
      ...((given.anchor !== undefined || isThere(anchor)) && { anchor }),
    });
    return { found: false, page: takenPage(manifest, to), data: { to, ...manifest } };
  },
});
