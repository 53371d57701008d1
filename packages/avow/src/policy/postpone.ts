import type { Text, Words } from '@avow/policy';
import type { EntryId } from '@avow/vault';
import { settle } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import { malformed } from '../door/text.ts';
import { AvowError } from '../fault.ts';
import {
  type AnnouncementBody,
  announcementFrom,
  announcementOf,
  announcementRow,
  nextWord,
} from '../register/announcement.ts';
import { askingOf } from '../register/asking.ts';
import { POLICY, policyStanding, standingIn, versionLock, versionOf } from '../register/version.ts';
import { versionEntry } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';
import { textOf } from './announce.ts';

/** An announcement as it is now, with the entry that says so. */
interface Said {
  readonly entry: EntryId;
  readonly body: AnnouncementBody;
  readonly from: number;
}

/** Moves the date of what is announced: later, never earlier, for people were told to have until then. */
export async function postpone(
  { vault, policy }: Deployment,
  { version, from }: { readonly version: string; readonly from: number },
  request: Repeatable,
): Promise<Said> {
  const { idempotency } = request;
  const own = [versionOf(version), announcementOf(version), askingOf(version)];
  const reading = new Reading(policyStanding, ...own);
  const acted = await settle(vault, request, () =>
    vault.act({
      locks: [versionLock(POLICY, 'exclusive')],
      reads: reading.reads,
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        const rows = reading.rows(found);
        const { coming } = standingIn(rows, now);
        const [announced] = rows.of(announcementOf(version));
        if (coming?.digest !== version || announced === undefined) throw notAnnounced();
        if (from <= (coming.from ?? 0)) {
          throw malformed('from', 'must be later than the date that was announced');
        }
        const before = announcementFrom(announced);
        const body: AnnouncementBody = { ...before, ...nextWord(before, now), postponed: true };
        const after = announcementRow('announced', from, body);
        const { salt: _salt, hash: _hash, ...row } = coming;
        const asking = rows.of(askingOf(version)).map((one) => {
          const { salt: _salt, hash: _hash, ...kept } = one;
          return { table: 'version', before: one, after: { ...kept, from } } as const;
        });
        const changes = [{ table: 'version', before: announced, after } as const, ...asking];
        return {
          answer: body,
          entries: [versionEntry({ ...row, from }, coming, changes)],
          ...(idempotency ? { outcome: JSON.stringify(body) } : {}),
        };
      },
    }),
  );
  if (acted.replayed) request.onReplay?.();
  await policy.now();
  const body = acted.replayed ? (JSON.parse(acted.outcome) as AnnouncementBody) : acted.answer;
  return { entry: acted.entries[0]!, body, from };
}

/** Publishes the platform's answer to the comments on a version, in each language; the last one counts. */
export async function answerComments(
  { vault, policy }: Deployment,
  { version, answer }: { readonly version: string; readonly answer: Text },
  request: Repeatable,
): Promise<Said> {
  const { idempotency } = request;
  const { languages }: Words = policy.current().policy.vocabulary;
  const text = textOf('answer', answer, languages);
  const reading = new Reading(policyStanding, announcementOf(version));
  const acted = await settle(vault, request, () =>
    vault.act({
      locks: [versionLock(POLICY, 'exclusive')],
      reads: reading.reads,
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        const [announced] = reading.rows(found).of(announcementOf(version));
        if (announced === undefined) throw notAnnounced();
        const body: AnnouncementBody = {
          ...announcementFrom(announced),
          answer: text,
          answered: now,
        };
        const from = announced.from ?? 0;
        const state = announced.state === 'withdrawn' ? 'withdrawn' : 'announced';
        const said = { body, from };
        return {
          answer: said,
          entries: [versionEntry(announcementRow(state, from, body), announced)],
          ...(idempotency ? { outcome: JSON.stringify(said) } : {}),
        };
      },
    }),
  );
  if (acted.replayed) request.onReplay?.();
  const said = acted.replayed ? (JSON.parse(acted.outcome) as Omit<Said, 'entry'>) : acted.answer;
  return { entry: acted.entries[0]!, ...said };
}

function notAnnounced(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such version is announced', 'version');
}
