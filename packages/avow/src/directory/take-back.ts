import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import { GOING, LISTED, listedFrom, listedGoing, listedOf } from '../register/listed.ts';
import { changeEvidence } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';

const PAGE = 100;

/** Marks whatever the directory has of somebody who is about to be erased; it is taken back afterwards. */
export async function markGoing({ vault }: Deployment, person: PersonId): Promise<void> {
  const reading = new Reading(listedOf(person));
  const [listed] = await vault.read([listedOf(person)]);
  if (!listed.some(({ state }) => state === LISTED)) return;
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: reading.reads,
    decide(found) {
      const changes = reading
        .rows(found)
        .of(listedOf(person))
        .filter(({ state }) => state === LISTED)
        .map((row) => changeEvidence(row, { state: GOING }));
      return { answer: undefined, entries: changes.length > 0 ? [entryOf(changes)] : [] };
    },
  });
}

/**
 * Takes back from the directory what is to go, and forgets that it was there. If it cannot be reached the
 * next sweep tries again; until then a login with that value still finds this region, which knows nobody
 * by it. Resolves to how many went.
 */
export async function takeBackGoing(deployment: Deployment): Promise<number> {
  const { vault, directory } = deployment;
  if (directory === undefined) return 0;
  let gone = 0;
  for (;;) {
    const [page] = await vault.read([listedGoing(PAGE)]);
    for (const row of page) {
      try {
        await directory.tell(deployment, 'gone', listedFrom(row).digest);
      } catch {
        return gone;
      }
      const read = { table: 'evidence', by: 'key', equals: [row.id], limit: 1 } as const;
      const reading = new Reading(read);
      await vault.act({
        locks: [{ on: 'party', id: `listed ${row.id}`, mode: 'exclusive' }],
        reads: reading.reads,
        decide(found) {
          const changes = reading
            .rows(found)
            .of(read)
            .map((before): AuditedChange => ({ table: 'evidence', before }));
          return { answer: undefined, entries: changes.length > 0 ? [entryOf(changes)] : [] };
        },
      });
      gone += 1;
    }
    if (page.length < PAGE) return gone;
  }
}

function entryOf(changes: readonly AuditedChange[]) {
  return { kind: 'evidence', evidence: 'directory', state: 'gone', changes } as const;
}
