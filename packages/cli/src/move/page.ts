import type { AuditFinding, Moved } from 'avow';
import { foundInWords } from '../audit/finding.ts';
import type { Places } from '../deployment/places.ts';
import { number } from '../words/number.ts';
import { bad, care, good, line, type Page, parts, strong, table } from '../words/page.ts';

export function movedPage(
  { counts }: Extract<Moved, { readonly ok: true }>,
  from: Places,
  to: Places,
): Page {
  return parts(
    [line(good('The stores are moved, and everything holds.'))],
    [
      table([
        ['data', to.data],
        ['keys', to.keys],
        ['entries', `${number(counts.entries)} in the tree, each in its place`],
        ['rows', `${number(counts.rows)} stored, each as its entry left it, and none missing`],
        ['records', `${number(counts.opened)} opened with their keys`],
      ]),
    ],
    [
      line(
        'Start servers with these places from now on, and with the passphrase and the anchor of before:',
      ),
      table([
        ['AVOW_DATA', to.data],
        ['AVOW_KEYS', to.keys],
        ['AVOW_PASSPHRASE', from.passphrase],
        ['AVOW_ANCHOR', from.anchor],
      ]),
    ],
    [
      line(
        care('What was there before is as it was. Start nothing on it again, and destroy its keys'),
      ),
      line(care('within seven days: they still open who is erased from now on.')),
      table([
        ['keys', from.keys],
        ['data', from.data],
      ]),
    ],
  );
}

/** The first thing that the audit of the copy found. */
export function unmovedPage(finding: AuditFinding): Page {
  const { what, why } = foundInWords(finding);
  return parts(
    [line(bad('The stores do not prove themselves. Nothing was moved.'))],
    [
      table([
        ['where', strong(what)],
        ['why', why],
        ['finding', finding.kind],
      ]),
    ],
  );
}
