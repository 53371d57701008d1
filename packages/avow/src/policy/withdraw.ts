import type { Deployment } from '../deployment.ts';
import type { ByRequest } from '../desk/acting.ts';
import { announcementFrom, announcementRow, nextWord } from '../register/announcement.ts';
import { askingOf } from '../register/asking.ts';
import { changeVersion, versionEntry } from '../rows/change.ts';
import { comingIn, reword, type Said } from './reword.ts';

const withdrawn = { state: 'withdrawn' } as const;

/** Takes back what was announced, before its date. People are told so, and asked nothing. */
export function withdraw(
  deployment: Deployment,
  version: string,
  request: ByRequest,
): Promise<Said> {
  return reword(deployment, version, request, (announced, rows, now) => {
    const coming = comingIn(rows, version, now);
    const before = announcementFrom(announced);
    const body = { ...before, ...nextWord(before, now) };
    const from = announced.from ?? 0;
    const changes = [
      { table: 'version', before: announced, after: announcementRow('withdrawn', from, body) },
      ...rows.of(askingOf(version)).map((row) => changeVersion(row, withdrawn)),
    ] as const;
    return {
      body,
      from,
      did: 'withdrawn',
      draft: versionEntry(changeVersion(coming, withdrawn).after, coming, changes),
    };
  });
}
