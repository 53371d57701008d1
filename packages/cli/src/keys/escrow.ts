import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import type { Report } from '../report.ts';
import { good, line, parts, table } from '../words/page.ts';
import { fileAt, type Given, keyIn } from './given.ts';
import { openedBy } from './rotate.ts';

/** `avow keys escrow`. */
export async function escrow({ options, place, places }: Given): Promise<Report> {
  const out = resolve(place.folder, required(options.out, 'out'));
  if (existsSync(out)) throw new UsageError(`${out} is there already.`);
  const to = options.to ?? [];
  required(to[0], 'to');
  const holders = to.map((path) => keyIn(path, place));
  const { makeFileIfAbsent, passphraseFile, withCustody } = await import('avow');
  const keyring = passphraseFile(places.passphrase, { mode: 'production' });
  const { recipients } = await withCustody({ ...places, keyring }, async (custody) => {
    const made = await custody.escrow(holders);
    await makeFileIfAbsent(out, made.jwe);
    return made;
  });
  return {
    found: false,
    page: parts(
      [line(good('The root key is in escrow. Any one of these recovers it alone:'))],
      [table(recipients.map((thumbprint, at) => [thumbprint, holders[at]!.file]))],
      [
        line(
          'Keep the file apart from the key store and its backups: with one of the private keys it opens them. After "avow keys rotate root" make another.',
        ),
      ],
    ),
    data: { out, recipients },
  };
}

/** `avow keys recover`. */
export async function recover({ options, place, places }: Given): Promise<Report> {
  const file = fileAt(required(options.escrow, 'escrow'), place);
  const holder = keyIn(required(options.with, 'with'), place);
  const fresh = resolve(place.folder, required(options.passphrase, 'passphrase'));
  const { passphraseFile, recoverRootKey } = await import('avow');
  const changed = await recoverRootKey(
    places,
    { escrow: readFileSync(file, 'utf8'), holder },
    passphraseFile(fresh, { mode: 'production' }),
  );
  return {
    found: false,
    page: parts(openedBy(changed, fresh), [
      line(
        'Keep the escrow and the private key for seven days: backups of the keys from before open by them alone.',
      ),
    ]),
    data: { changed, opens: fresh },
  };
}
