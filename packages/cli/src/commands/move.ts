import { command } from '../arguments/command.ts';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import { isThere, namedIn, placesIn, placesTold } from '../deployment/places.ts';
import { movedPage, unmovedPage } from '../move/page.ts';
import { teller } from '../progress.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const move = command({
  name: 'move',
  summary: 'brings the stores to other places, from SQLite to PostgreSQL or back',
  help: `avow move --to-data <place> --to-keys <place> [--data <place>] [--keys <place>]
          [--passphrase <file>] [--anchor <place>] [--vkey <key>] [--json]

Copies both stores row by row to places where nothing is, and audits them there as "avow audit --keys"
does, against the checkpoint kept outside; only then can a server use them. The log keeps its name, its
key and every position. Stop every server first: it is refused while one is at work, and none can start
meanwhile. If it is cut off, begin it again.

  --to-data     where the data goes: a folder, a file, or the connection string of an empty database
  --to-keys     where the keys go: another one
  --data        where the data lies: ./data, or what AVOW_DATA says
  --keys        where the keys lie: ./keys, or what AVOW_KEYS says
  --passphrase  what the keys are wrapped under; otherwise the file "root" of the same place
  --anchor      where the last checkpoint is kept: ./anchor, or what AVOW_ANCHOR says. It stays there
  --vkey        the log's verifier key; otherwise the one beside the anchor

The source stays as it was. Start no server on it again: from the first new entry on it is an older log,
and the anchor refuses it. Destroy its keys within seven days, for they still open who is erased from
now on. The passphrase and the anchor are not moved, and API keys are made anew.

Exit code 1 if the copy does not prove itself; 2 if nothing was moved for another reason.`,
  operands: [],
  options: {
    'to-data': named,
    'to-keys': named,
    data: named,
    keys: named,
    passphrase: named,
    anchor: named,
    vkey: named,
  },
  async run({ options }, place): Promise<Report> {
    const { folder, environment } = place;
    const from = placesIn({ ...namedIn(environment), ...options }, folder);
    const to = placesIn(
      {
        data: required(options['to-data'], 'to-data'),
        keys: required(options['to-keys'], 'to-keys'),
      },
      folder,
    );
    for (const store of [from.data, from.keys, from.anchor]) {
      if (!isThere(store)) throw new UsageError(`There is nothing at ${store}.`);
    }
    const { moveAvow, passphraseFile } = await import('avow');
    const moved = await moveAvow({
      from: { data: from.data, keys: from.keys },
      to: { data: to.data, keys: to.keys },
      // A passphrase made up now would open nothing of it.
      keyring: passphraseFile(from.passphrase, { mode: 'production' }),
      anchor: from.anchor,
      progress: teller(place),
      ...(options.vkey && { vkey: options.vkey }),
    });
    return {
      found: !moved.ok,
      page: moved.ok
        ? movedPage(moved, placesTold(from), placesTold(to))
        : unmovedPage(moved.finding),
      data: moved,
    };
  },
});
