import { join } from 'node:path';
import type { AuditFinding, Loss, Manifest, Restored } from 'avow';
import { foundInWords } from '../audit/finding.ts';
import type { Places } from '../deployment/places.ts';
import { count, number } from '../words/number.ts';
import { bad, care, good, line, type Page, parts, strong, table } from '../words/page.ts';

export function takenPage({ log, data, keys }: Manifest, to: string): Page {
  return parts(
    [line(good('The backup is whole.'))],
    [
      table([
        ['data', `${join(to, 'data')}, ${count(data.bytes, 'byte')}`],
        ['keys', `${join(to, 'keys')}, ${count(keys.bytes, 'byte')}`],
        ['log', `${count(log.size, 'entry', 'entries')} in the tree`],
      ]),
    ],
    [line('Keep the two apart, and delete the keys after seven days.')],
  );
}

export function restoredPage(
  { counts, erased, loss }: Extract<Restored, { readonly ok: true }>,
  places: Places,
): Page {
  const again = erased === 0 ? 'nobody' : count(erased, 'person', 'people');
  return parts(
    [line(good('The stores are back, and everything holds.'))],
    [
      table([
        ['data', places.data],
        ['keys', places.keys],
        ['entries', `${number(counts.entries)} in the tree, each in its place`],
        ['rows', `${number(counts.rows)} stored, each as its entry left it, and none missing`],
        ['records', `${number(counts.opened)} opened with their keys`],
        ['erased', `${again} erased since the backup had come back`],
        ['lost', loss === undefined ? 'nothing that the anchor knows of' : care(lostTold(loss))],
      ]),
    ],
    [line('API keys are in no backup: the next start makes a first one.')],
  );
}

function lostTold({ from, to }: Loss): string {
  return to === undefined
    ? `whatever came after entry ${from - 1}: there was no checkpoint to tell`
    : `entries ${from} to ${to - 1}; the log says so`;
}

/** The first thing that the audit of the backup found. */
export function unprovenPage(finding: AuditFinding): Page {
  const { what, why } = foundInWords(finding);
  return parts(
    [line(bad('The backup does not prove itself. Nothing was restored.'))],
    [
      table([
        ['where', strong(what)],
        ['why', why],
        ['finding', finding.kind],
      ]),
    ],
  );
}
