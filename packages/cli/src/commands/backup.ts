import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { command, type Place } from '../arguments/command.ts';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import { takenPage } from '../backup/page.ts';
import { namedIn, placesIn } from '../deployment/places.ts';
import type { Report } from '../report.ts';
import { line } from '../words/page.ts';

const named = { type: 'string' } as const;

/** How often a long copy tells how far it is, in milliseconds. */
const TELL_MS = 1_000;

export const backup = command({
  name: 'backup',
  summary: 'copies data and keys, beside a running server',
  help: `avow backup --to <folder> [--data <place>] [--keys <place>] [--json]

Copies both stores, each in one state, while a server may be at work. Everything stays sealed, so no
passphrase is needed. Makes two folders in a new one:

  data  the sealed data and the log
  keys  the keys that open it, themselves wrapped under the passphrase

Neither opens anything without the other, so keep them apart. The folder has its name only when all of
it is on stable storage. The passphrase, the anchor's folder and the API keys are not in it.

  --to    a folder that is not there yet
  --data  where the data lies: ./data, or what AVOW_DATA says
  --keys  where the keys lie: ./keys, or what AVOW_KEYS says

Delete the keys of a backup after seven days: they could still open what was erased since, and
"avow restore" takes none that is older. While the keys are copied, an erasure is answered
"try again".

Exit code 2 if no backup was made.`,
  operands: [],
  options: { to: named, data: named, keys: named },
  async run({ options }, place): Promise<Report> {
    const to = resolve(place.folder, required(options.to, 'to'));
    const { data, keys } = placesIn({ ...namedIn(place.environment), ...options }, place.folder);
    for (const store of [data, keys]) {
      if (!existsSync(store)) throw new UsageError(`There is no store at ${store}.`);
    }
    const { backupAvow } = await import('avow');
    const manifest = await backupAvow({ data, keys, to, progress: teller(place) });
    return { found: false, page: takenPage(manifest, to), data: { to, ...manifest } };
  },
});

/** Tells how far a copy is, now and then. */
function teller({ say }: Place) {
  let told = performance.now();
  return (half: 'data' | 'keys', done: number, total: number): void => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    const percent = Math.floor((100 * done) / total);
    say({ page: [line(`${half}: ${percent} %`)], data: { progress: { half, done, total } } });
  };
}
