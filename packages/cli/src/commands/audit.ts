import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { command } from '../arguments/command.ts';
import { UsageError } from '../arguments/usage.ts';
import { failedPage, soundPage } from '../audit/page.ts';
import { foldersIn, placesIn } from '../deployment/places.ts';
import type { Report } from '../report.ts';

export const audit = command({
  name: 'audit',
  summary: 'does the log prove itself, and everything that is stored?',
  help: `avow audit [--data <folder>] [--anchor <folder>] [--against <checkpoint>] [--vkey <key>]
           [--keys <folder>] [--json]

Verifies every entry, tile and checkpoint of the log, and that it continues the checkpoint kept
outside (--anchor); every stored row against the entries that tell of it; and decides every decision
again, by the version of the policy that it cites. Names the first thing that fails, and why. Only
reads, and may run beside a server.

  --against  a file with a checkpoint that you kept: shows whether the log was rewritten since
  --vkey     the log's verifier key, as its operator told you; otherwise the one beside the anchor
  --keys     opens every sealed record as well, and forgets what it saw

--data and --anchor are ./data and ./anchor, or what AVOW_DATA and AVOW_ANCHOR say.

Exit code 1 if something fails; 2 if the audit could not be made.`,
  operands: [],
  options: {
    data: { type: 'string' },
    keys: { type: 'string' },
    anchor: { type: 'string' },
    against: { type: 'string' },
    vkey: { type: 'string' },
  },
  async run({ options }, { folder, environment }): Promise<Report> {
    const started = performance.now();
    const places = placesIn({ ...foldersIn(environment), ...options }, folder);
    const data = existing(places.data, 'data');
    const against =
      options.against === undefined
        ? undefined
        : existing(resolve(folder, options.against), 'checkpoint');
    const anchor = existsSync(places.anchor) ? places.anchor : undefined;
    if (anchor === undefined && options.vkey === undefined) {
      const hint = 'to audit without one, say by --vkey which key the log signs with';
      throw new UsageError(`There is no checkpoint at ${places.anchor}; ${hint}.`);
    }
    const opened = options.keys !== undefined;
    // Loaded only now: no other command has to wait for the library's modules.
    const { auditAvow, passphraseFile } = await import('avow');
    // As in production: an auditor makes up no passphrase.
    const keyring = passphraseFile(places.passphrase, { mode: 'production' });
    const audited = await auditAvow({
      data,
      anchor: places.anchor,
      ...(options.vkey === undefined ? {} : { vkey: options.vkey }),
      ...(against === undefined ? {} : { against: await readFile(against, 'utf8') }),
      ...(opened ? { open: { keys: places.keys, keyring } } : {}),
    });
    const time = performance.now() - started;
    return {
      found: !audited.ok,
      page: audited.ok
        ? soundPage(audited, { anchor, against, opened }, time)
        : failedPage(audited, time),
      data: { ...audited, milliseconds: Math.round(time) },
    };
  },
});

function existing(path: string, what: string): string {
  if (existsSync(path)) return path;
  throw new UsageError(`There is no ${what} at ${path}.`);
}
