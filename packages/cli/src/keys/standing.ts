import type { KeyStanding } from 'avow';
import type { Report } from '../report.ts';
import { count, instant, number } from '../words/number.ts';
import { care, line, type Page, parts, type Said, strong, table } from '../words/page.ts';
import type { Given } from './given.ts';

/** `avow keys`: how they stand. */
export async function standing({ places }: Given): Promise<Report> {
  const { readKeyStanding } = await import('avow');
  const found = await readKeyStanding(places.keys);
  return { found: false, page: standingPage(found), data: found };
}

function standingPage({ since, underWay, left, escrow }: KeyStanding): Page {
  return parts(
    [line(strong('The keys'))],
    [
      table([
        ['root', `the passphrase of ${instant(since.root)}`],
        ['region', `of ${instant(since.region)}`],
        ['index', `of ${instant(since.index)}`],
        ['escrow', escrowTold(escrow)],
        ...underWay.map(({ key, since }) => [
          'under way',
          care(`the ${key} key is being replaced since ${instant(since)}${leftTold(key, left)}`),
        ]),
      ]),
    ],
    underWay.length === 0 ? [] : [line('It goes on while a server runs that was started since.')],
  );
}

function escrowTold(escrow: KeyStanding['escrow']): Said {
  if (escrow === undefined) return care('none: who loses the passphrase loses the data');
  return escrow.isOutdated
    ? care(`the last, of ${instant(escrow.made)}, is for an older passphrase: make another`)
    : `of ${instant(escrow.made)}`;
}

function leftTold(key: string, left: KeyStanding['left']): string {
  if (key !== 'region' || left === undefined) return '';
  return `: ${number(left.under)} of ${count(left.of, 'key')} to go`;
}
