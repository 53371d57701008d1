import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { command } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { failedPage, soundPage } from '../audit/page.ts';
import { isThere, namedIn, placesIn, placesTold } from '../deployment/places.ts';
import type { Report } from '../report.ts';

const named = { type: 'string' } as const;

export const audit = command({
  name: 'audit',
  summary: 'does the log prove itself, and everything that is stored?',
  help: `avow audit [--data <place>] [--anchor <place>] [--against <file>] [--vkey <key>]
           [--keys <place> [--passphrase <file>]] [--json]

Verifies every entry, tile and checkpoint of the log, and that it continues the checkpoint kept
outside; every stored row against the entries that tell of it; and decides every decision again, by
the version of the policy that it cites. Names the first thing that fails, and why. Only reads, and
may run beside a server.

  --data        where the data lies: ./data, or what AVOW_DATA says
  --anchor      where the last checkpoint is kept: ./anchor, or what AVOW_ANCHOR says
  --against     a checkpoint that you kept yourself: shows whether the log was rewritten since
  --vkey        the log's verifier key, as its operator told you; otherwise the one beside the anchor
  --keys        opens every sealed record as well, with the keys of this place, and forgets what it saw
  --passphrase  what those keys are wrapped under; otherwise the file "root" of the same place

A place is a folder as "avow start" lays it out, or the file itself.

Exit code 1 if something fails; 2 if the audit could not be made.`,
  operands: [],
  options: {
    data: named,
    anchor: named,
    against: named,
    vkey: named,
    keys: named,
    passphrase: named,
  },
  async run({ options }, { folder, environment }): Promise<Report> {
    const started = performance.now();
    const places = placesIn({ ...namedIn(environment), ...options }, folder);
    const against = options.against && resolve(folder, options.against);
    if (!isThere(places.data)) throw new UsageError(`There is no data at ${places.data}.`);
    if (against && !existsSync(against)) throw new UsageError(`There is no ${against}.`);
    const anchor = isThere(places.anchor) ? placesTold(places).anchor : undefined;
    if (anchor === undefined && options.vkey === undefined) {
      const hint = 'to audit without one, say by --vkey which key the log signs with';
      throw new UsageError(`There is no checkpoint at ${places.anchor}; ${hint}.`);
    }
    // Loaded only now: no other command has to wait for the library's modules.
    const { auditAvow, passphraseFile } = await import('avow');
    // As in production: an auditor makes up no passphrase.
    const keyring = passphraseFile(places.passphrase, { mode: 'production' });
    const audited = await auditAvow({
      data: places.data,
      anchor: places.anchor,
      ...(options.vkey && { vkey: options.vkey }),
      ...(against && { against: readFileSync(against, 'utf8') }),
      ...(options.keys && { open: { keys: places.keys, keyring } }),
    });
    const time = performance.now() - started;
    const extent = { anchor, against, opened: options.keys !== undefined };
    return {
      found: !audited.ok,
      page: audited.ok ? soundPage(audited, extent, time) : failedPage(audited, time),
      data: { ...audited, milliseconds: Math.round(time) },
    };
  },
});
