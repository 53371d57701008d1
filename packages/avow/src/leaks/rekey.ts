import { isGone } from '../act/each.ts';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import { leakFrom, leakRow, newestLeaks } from '../register/leak.ts';
import { changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { leakIn, personOfLeak } from './leak.ts';

/**
 * Carries out that a person's keys are replaced: everything is sealed anew, the old keys are destroyed,
 * and the leak says so. Resolves to whether all of it is done; cut off anywhere, it is called again.
 */
export async function rekeyPerson(deployment: Deployment, leak: string): Promise<boolean> {
  const person = await personOfLeak(deployment, leak);
  const decided = await decidedAt(deployment, leak);
  if (!(await deployment.vault.rekey(person))) return false;
  await record(deployment, {}, () => ({
    people: [person],
    widens: false,
    reads: [leakRow(leak)],
    decide(rows, now) {
      const before = leakIn(rows, leak, now);
      const { contained, ...said } = leakFrom(before);
      const rekey = contained?.rekey && { ...contained.rekey, done: contained.rekey.done ?? now };
      const body = { ...said, contained: contained && { ...contained, rekey: rekey ?? null } };
      // Decided once more meanwhile, it is that decision's to say.
      const isNews = contained?.rekey?.done === null && contained.rekey.at === decided;
      const changes = isNews ? [changeEvidence(before, { body })] : [];
      return { evidence: 'leak', state: 'rekeyed', changes, value: {} };
    },
  }));
  return true;
}

/** When it was last decided that the keys are replaced. */
async function decidedAt({ vault }: Deployment, leak: string): Promise<number | undefined> {
  const [row] = (await readNow(vault, leakRow(leak))).of(leakRow(leak));
  return row && leakFrom(row).contained?.rekey?.at;
}

/** What a fault or an end of the process kept from being done. */
export async function resumeRekeying(deployment: Deployment): Promise<void> {
  for (const state of ['contained', 'closed']) {
    const read = newestLeaks(state);
    for (const row of (await readNow(deployment.vault, read)).of(read)) {
      if (leakFrom(row).contained?.rekey?.done !== null) continue;
      await rekeyPerson(deployment, row.id).catch(unlessGone);
    }
  }
}

/** Of whoever was erased, or is while a legal hold waits, nothing is left to do, and it keeps nobody else's waiting. */
export function unlessGone(problem: unknown): void {
  if (!isGone(problem)) throw problem;
}
