import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { command } from '../arguments/command.ts';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import { restoredPage, unprovenPage } from '../backup/page.ts';
import { namedIn, placesIn, placesTold } from '../deployment/places.ts';
import { teller } from '../progress.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const restore = command({
  name: 'restore',
  summary: 'puts a backup back where nothing is, and erases again who was erased',
  help: `avow restore --from <folder> [--from-keys <folder>] [--data <place>] [--keys <place>]
             [--passphrase <file>] [--anchor <place>] [--tombstones <file>] [--vkey <key>]
             [--accept-loss] [--json]

Verifies the files, erases again whoever was erased since they were copied, writes into the log that it
was restored, audits everything as "avow audit --keys" does, and only then gives the stores their
names. Nothing that is there is replaced. Start no server before it says that it is done.

  --from         the backup, or its folder "data" if that is kept by itself
  --from-keys    its folder "keys", if that is kept elsewhere
  --data         where the data goes: ./data, or what AVOW_DATA says
  --keys         where the keys go: ./keys, or what AVOW_KEYS says
  --passphrase   what the keys are wrapped under; otherwise the file "root" of the same place
  --anchor       where the last checkpoint is kept: ./anchor, or what AVOW_ANCHOR says
  --tombstones   the list of erased people; otherwise the one beside the anchor
  --vkey         the log's verifier key; otherwise the one beside the anchor
  --accept-loss  goes on although the anchor knows of entries that the backup lacks. They are lost; the
                 log keeps the checkpoint that tells of them, and whoever holds a newer one than the
                 backup will find that this log does not continue it

Each place is a folder, a file, or the connection string of an empty PostgreSQL database, whatever the
backup was taken of. For a database the files are first put right in the system's folder for temporary
files (TMPDIR).

Keys older than seven days are refused, and nothing changes that: what a receipt of erasure says of
backups has to be true.

Exit code 1 if the backup does not prove itself; 2 if it was not restored for another reason.`,
  operands: [],
  options: {
    from: named,
    'from-keys': named,
    data: named,
    keys: named,
    passphrase: named,
    anchor: named,
    tombstones: named,
    vkey: named,
    'accept-loss': { type: 'boolean' },
  },
  async run({ options }, place): Promise<Report> {
    const { folder, environment } = place;
    const from = halves(resolve(folder, required(options.from, 'from')));
    if (options['from-keys']) from.keys = resolve(folder, options['from-keys']);
    for (const half of [from.data, from.keys]) {
      if (!existsSync(half)) throw new UsageError(`There is no ${half}.`);
    }
    const places = placesIn({ ...namedIn(environment), ...options }, folder);
    const { passphraseFile, restoreAvow } = await import('avow');
    const restored = await restoreAvow({
      from,
      to: { data: places.data, keys: places.keys },
      // A passphrase made up now would open nothing of it.
      keyring: passphraseFile(places.passphrase, { mode: 'production' }),
      anchor: places.anchor,
      acceptLoss: options['accept-loss'] ?? false,
      progress: teller(place),
      ...(options.tombstones && { tombstones: resolve(folder, options.tombstones) }),
      ...(options.vkey && { vkey: options.vkey }),
    });
    return {
      found: !restored.ok,
      page: restored.ok
        ? restoredPage(restored, placesTold(places))
        : unprovenPage(restored.finding),
      data: restored,
    };
  },
});

/** The two halves of a backup; where the data is kept by itself, its folder is named. */
function halves(folder: string): { data: string; keys: string } {
  const isHalf = existsSync(join(folder, 'manifest.json'));
  return { data: isHalf ? folder : join(folder, 'data'), keys: join(folder, 'keys') };
}
