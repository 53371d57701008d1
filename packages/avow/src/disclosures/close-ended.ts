import { isFault, type PersonId } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import {
  type DisclosureRecord,
  disclosureFrom,
  disclosureRow,
  disclosuresTo,
  isOpen,
} from '../register/disclosure.ts';
import { engagementsIn, engagementsOf, liveEngagements } from '../register/engagement.ts';
import { Reading, type Rows } from '../rows/reading.ts';
import { closing } from './closing.ts';
import { classThen, onEngagements, restsOn } from './resting.ts';

/** Disclosures that one act closes; its entry names each by a hash. */
const STEP = 100;
const PAGE = 1_000;

/**
 * Carries out the duty that is owed when an engagement has ended: the keys of what was handed over under
 * it are destroyed, a bounded number in each act. Resolves to how many were.
 */
export async function closeEnded(deployment: Deployment): Promise<number> {
  let closed = 0;
  for await (const party of partiesThatEnded(deployment)) {
    for (let after: string | undefined; ; ) {
      const [page] = await deployment.vault.read([disclosuresTo(party, STEP, after)]);
      if (page.length > 0) closed += await closeAll(deployment, party, page.map(disclosureFrom));
      if (page.length < STEP) break;
      after = page.at(-1)!.id;
    }
  }
  return closed;
}

/** Parties with an engagement that does not run any more, each once. */
async function* partiesThatEnded({ vault, policy }: Deployment): AsyncGenerator<string> {
  const told = new Set<string>();
  for (const state of ['ended', 'over', 'live'] as const) {
    for (let after: string | undefined; ; ) {
      const [page] = await vault.read([engagementsIn(state, PAGE, after)]);
      for (const row of page) {
        const isOver = state !== 'live' || (row.until !== null && row.until <= policy.moment());
        if (!isOver || row.party === null || told.has(row.party)) continue;
        told.add(row.party);
        yield row.party;
      }
      if (page.length < PAGE) break;
      after = page.at(-1)!.id;
    }
  }
}

/** All of some, together; where one of the people has gone meanwhile, person by person. */
async function closeAll(
  deployment: Deployment,
  party: string,
  handed: readonly DisclosureRecord[],
): Promise<number> {
  const together = await closeSome(deployment, party, handed);
  if (together !== undefined) return together;
  let closed = 0;
  for (const theirs of Map.groupBy(handed, ({ person }) => person).values()) {
    closed += (await closeSome(deployment, party, theirs)) ?? 0;
  }
  return closed;
}

/** How many were closed; undefined if one of the people has gone, and with them what was handed over. */
async function closeSome(
  { vault, policy }: Deployment,
  party: string,
  handed: readonly DisclosureRecord[],
): Promise<number | undefined> {
  const people = [...new Set(handed.map(({ person }) => person as PersonId))];
  const own = handed.map(({ row }) => disclosureRow(row.id));
  const reading = new Reading(engagementsOf(party), ...own);
  const acted = await vault
    .act({
      locks: [
        { on: 'party', id: party, mode: 'shared' },
        ...people.map((id) => ({ on: 'person', id, mode: 'exclusive' }) as const),
      ],
      people,
      // A hold keeps an erasure waiting, and no key of what is over.
      evenHeld: true,
      reads: reading.reads,
      decide(found, { now }) {
        const rows = reading.rows(found);
        const edition = policy.current();
        const changes = own
          .flatMap((read) => rows.of(read).map(disclosureFrom))
          .filter((each) => isOpen(each) && !isCovered(rows, each, now))
          .filter((each) => restsOn(edition, each, classThen(rows, each), onEngagements))
          .map((each) => closing(each, 'ended', now, edition.policy.vocabulary));
        const entry = {
          kind: 'evidence',
          evidence: 'disclosure',
          state: 'closed',
          changes,
        } as const;
        return { answer: changes.length, entries: changes.length > 0 ? [entry] : [] };
      },
    })
    .catch(unlessGone);
  if (acted === undefined) return undefined;
  return acted.replayed ? 0 : acted.answer;
}

/** Whether an engagement under which it was handed over still runs. */
function isCovered(rows: Rows, { row, party }: DisclosureRecord, now: number): boolean {
  return liveEngagements(rows, party, now).some(({ at, from }) => at <= row.at && from <= row.at);
}

/** One of the people was erased meanwhile; or a row has changed. */
function unlessGone(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_ERASED') && !isFault(problem, 'AVOW_CONFLICT')) throw problem;
}
