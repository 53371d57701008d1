import { command } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { escrow, recover } from '../keys/escrow.ts';
import { type Deed, deploymentOf } from '../keys/given.ts';
import { rotateRegion, rotateRoot } from '../keys/rotate.ts';
import { rotateIndex } from '../keys/rotate-index.ts';
import { standing } from '../keys/standing.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const keys = command({
  name: 'keys',
  summary: 'how the keys stand; replaces them, puts them in escrow, recovers them',
  help: `avow keys [rotate root | rotate region | rotate index | escrow | recover]
          [--data <place>] [--keys <place>] [--passphrase <file>] [--anchor <place>] [--json]

Alone it says how old the keys are, and what is under way; it only reads, needs no passphrase, and may
run beside a server. All others write into the log that they were done. They may be cut off anywhere:
done again, or by the next start of a server, they go on. On SQLite the server must be stopped for
them; on PostgreSQL servers go on serving, but for the beginning of "rotate index".

avow keys rotate root --to <file>
  Puts the keys under another passphrase, at once; the old one opens them no longer.

  --to          the file of the new passphrase, or what AVOW_NEW_PASSPHRASE says; none is made up

avow keys rotate region [--begin]
  Wraps every person's keys anew under a new region key, 500 at a time, and removes the old one.

  --begin       only begins: whichever server starts next does it while it serves

avow keys rotate index [--begin]
  Makes every keyed hash that people are found by anew under a new key. Every server must be stopped
  for its beginning, which is a moment. The old key stays for seven days, since requests that come
  again are known by it, and is removed by a server then, or by this command.

  --begin       only begins: servers that start afterwards do the rest while they serve

avow keys escrow --to <file> [--to <file> …] --out <file>
  Encrypts the root key to public keys (JWK on P-256, P-384, P-521 or X25519) as a JWE. Any one of the
  holders recovers it alone. It is for the passphrase of today: after "rotate root" make another.

  --to          the public key of a holder
  --out         where to put the JWE; nothing that is there is replaced

avow keys recover --escrow <file> --with <file> --passphrase <file>
  Puts the keys under a new passphrase, when the one they are under was lost.

  --escrow      the JWE
  --with        the private key of one of its holders, a JWK
  --passphrase  the file of the new passphrase; none is made up

For all of them:

  --data        where the data lies: ./data, or what AVOW_DATA says
  --keys        where the keys lie: ./keys, or what AVOW_KEYS says
  --passphrase  what the keys are wrapped under; otherwise what AVOW_PASSPHRASE says, or keys/root
  --anchor      where the last checkpoint is kept: ./anchor, or what AVOW_ANCHOR says

Exit code 2 if it was not done; what was begun is kept.`,
  operands: ['deed?', 'key?'],
  options: {
    data: named,
    keys: named,
    passphrase: named,
    anchor: named,
    to: { type: 'string', multiple: true },
    out: named,
    escrow: named,
    with: named,
    begin: { type: 'boolean' },
  },
  async run({ options, operands: [deed, key] }, place): Promise<Report> {
    return deedOf(deed, key)({ options, place, places: deploymentOf(options, place) });
  },
});

function deedOf(deed: string | undefined, key: string | undefined): Deed {
  const said = [deed, key].filter((word) => word !== undefined).join(' ');
  const found = Object.entries(deeds).find(([name]) => name === said);
  if (found !== undefined) return found[1];
  const names = Object.keys(deeds).slice(1).join(', ');
  throw new UsageError(`There is no "keys ${said}". There are ${names}.`);
}

const deeds: Readonly<Record<string, Deed>> = {
  '': standing,
  'rotate root': rotateRoot,
  'rotate region': rotateRegion,
  'rotate index': rotateIndex,
  escrow,
  recover,
};
