import type { Deployment } from '../deployment.ts';
import type { ByRequest } from '../desk/acting.ts';
import { malformed } from '../door/text.ts';
import { announcementFrom, announcementRow, nextWord } from '../register/announcement.ts';
import { askingOf } from '../register/asking.ts';
import { changeVersion, versionEntry } from '../rows/change.ts';
import { comingIn, reword, type Said } from './reword.ts';

/** Moves the date of what is announced: later, never earlier, for people were told to have until then. */
export function postpone(
  deployment: Deployment,
  { version, from }: { readonly version: string; readonly from: number },
  request: ByRequest,
): Promise<Said> {
  return reword(deployment, version, request, (announced, rows, now) => {
    const coming = comingIn(rows, version, now);
    if (from <= (coming.from ?? 0)) {
      throw malformed('from', 'must be later than the date that was announced');
    }
    const before = announcementFrom(announced);
    const body = { ...before, ...nextWord(before, now), postponed: true } as const;
    const changes = [
      { table: 'version', before: announced, after: announcementRow('announced', from, body) },
      ...rows.of(askingOf(version)).map((row) => changeVersion(row, { from })),
    ] as const;
    return {
      body,
      from,
      did: 'postponed',
      draft: versionEntry(changeVersion(coming, { from }).after, coming, changes),
    };
  });
}
