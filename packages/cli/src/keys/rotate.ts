import { resolve } from 'node:path';
import type { Progress, RootChanged } from 'avow';
import { required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import type { Report } from '../report.ts';
import { good, line, type Page, parts, table } from '../words/page.ts';
import type { Given } from './given.ts';

/** How often a long rotation tells how far it is, in milliseconds. */
const TELL_MS = 1_000;

/** `avow keys rotate root`. */
export async function rotateRoot({ options, place, places }: Given): Promise<Report> {
  const { AVOW_NEW_PASSPHRASE } = place.environment;
  const [to = AVOW_NEW_PASSPHRASE, ...others] = options.to ?? [];
  if (others.length > 0) throw new UsageError('--to is one file: that of the new passphrase.');
  const fresh = resolve(place.folder, required(to, 'to'));
  if (fresh === places.passphrase) {
    throw new UsageError(`${fresh} is the file of the old passphrase; put the new one beside it.`);
  }
  const { changeRootKey, passphraseFile } = await import('avow');
  const mode = 'production';
  const changed = await changeRootKey(
    { ...places, keyring: passphraseFile(places.passphrase, { mode }) },
    passphraseFile(fresh, { mode }),
  );
  return {
    found: false,
    page: changedPage(changed, fresh, places.passphrase),
    data: { changed, opens: fresh, opensNoLonger: places.passphrase },
  };
}

function changedPage(changed: RootChanged, fresh: string, old: string): Page {
  return parts(
    openedBy(changed, fresh),
    [
      line(
        'Keep the old one elsewhere for seven days, with its parameters: backups of the keys from before open by it alone. Then destroy it together with them.',
      ),
    ],
    [
      line('Servers that run go on. The next start looks for it where the old one was:'),
      line(`mv ${fresh} ${old}`, 2),
      line(`mv ${fresh}.argon2.json ${old}.argon2.json`, 2),
    ],
  );
}

/** What opens the keys once the root key has been changed, and what does not. */
export function openedBy(changed: RootChanged, fresh: string): Page {
  const before = changed === 'now' ? '' : ' They were when you came; what was left to do is done.';
  return parts(
    [line(good(`The keys are under the new passphrase.${before}`))],
    [
      table([
        ['opens', fresh],
        ['and its', `${fresh}.argon2.json`],
        ['no longer', 'every other passphrase, and every escrow made before: make another'],
      ]),
    ],
  );
}

/** `avow keys rotate region`. */
export async function rotateRegion({ options, place, places }: Given): Promise<Report> {
  const { passphraseFile, withCustody } = await import('avow');
  const keyring = passphraseFile(places.passphrase, { mode: 'production' });
  const tell = teller(place);
  await withCustody({ ...places, keyring }, async (custody) => {
    await custody.begin('region');
    if (!options.begin) await custody.resume(tell);
  });
  return options.begin
    ? {
        found: false,
        page: [
          line(good('It is begun. Everything new is under the new region key.')),
          line('The next server to start does the rest while it serves; "avow keys" says how far.'),
        ],
        data: { key: 'region', done: false },
      }
    : {
        found: false,
        page: [line(good('Every key is under the new region key; the old one is gone.'))],
        data: { key: 'region', done: true },
      };
}

/** Tells how far a rotation is, now and then. */
export function teller({ say }: Given['place']) {
  let told = performance.now();
  return ({ key, done, total }: Progress): void => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    const percent = Math.floor((100 * done) / Math.max(total, 1));
    say({ page: [line(`${key}: ${percent} %`)], data: { progress: { key, done, total } } });
  };
}
