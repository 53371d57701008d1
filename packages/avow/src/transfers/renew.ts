import type { Words } from '@avow/policy';
import { type AuditedChange, isFault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { PersonId } from '../face/ids.ts';
import type { Neighbour, Renewed, Transfers } from '../face/transfers.ts';
import { expiryOf } from '../records/retention.ts';
import {
  ARRIVAL,
  ARRIVAL_LEFT,
  ARRIVAL_LIFE,
  type ArrivalRecord,
  arrivalFrom,
  arrivalsOf,
  standingArrivals,
} from '../register/arrival.ts';
import { recordsOf } from '../register/record.ts';
import { changeEvidence } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';
import { endArrivals } from './end.ts';
import { sign } from './letter.ts';

const PAGE = 500;

/**
 * Asks of everything that came and stands whether it still does, a page at a time. What the other region
 * does not name has ended; of what it could not be asked about nothing changes, and it runs out. So a
 * round can be cut off anywhere, and any number of processes can run one.
 */
export function renewWith(deployment: Deployment): Transfers<Words>['renew'] {
  return async (neighbours) => {
    const renewed = { standing: 0, ended: 0, unasked: 0 };
    for (let after: string | undefined; ; ) {
      const [page] = await deployment.vault.read([standingArrivals(PAGE, after)]);
      const arrivals = page.map(arrivalFrom);
      for (const region of new Set(arrivals.map((each) => each.region))) {
        const own = arrivals.filter((each) => each.region === region);
        const came = await round(deployment, region, own, neighbours(region));
        for (const what of ['standing', 'ended', 'unasked'] as const) renewed[what] += came[what];
      }
      if (page.length < PAGE) return renewed;
      after = page.at(-1)!.id;
    }
  };
}

async function round(
  deployment: Deployment,
  region: string,
  arrivals: readonly ArrivalRecord[],
  neighbour: Pick<Neighbour, 'standing'> | undefined,
): Promise<Renewed> {
  const standing = await asked(deployment, region, arrivals, neighbour);
  if (standing === undefined) return { standing: 0, ended: 0, unasked: arrivals.length };
  // What has run out is gone from here, whatever the other region says by now: it has to be sent anew.
  const now = deployment.policy.moment();
  const stays = ({ disclosure, row }: ArrivalRecord) =>
    standing.has(disclosure) && (row.until ?? 0) > now;
  const going = arrivals.filter((each) => !stays(each));
  for (const [person, own] of byPerson(going)) {
    await endArrivals(
      deployment,
      person,
      own.map(({ disclosure }) => disclosure),
    );
  }
  const staying = arrivals.filter(stays);
  for (const [person, own] of byPerson(staying)) {
    await lengthen(
      deployment,
      person,
      own.map(({ row }) => row.id),
    );
  }
  return { standing: staying.length, ended: going.length, unasked: 0 };
}

/** What the other region says stands; undefined if it says nothing. */
async function asked(
  deployment: Deployment,
  region: string,
  arrivals: readonly ArrivalRecord[],
  neighbour: Pick<Neighbour, 'standing'> | undefined,
): Promise<ReadonlySet<string> | undefined> {
  if (neighbour === undefined) return undefined;
  const disclosures = arrivals.map(({ disclosure }) => disclosure);
  const letter = await sign(deployment, 'standing', region, { disclosures });
  return neighbour.standing(letter).then(
    (standing) => new Set(standing),
    () => undefined,
  );
}

function byPerson(arrivals: readonly ArrivalRecord[]): Map<PersonId, ArrivalRecord[]> {
  return Map.groupBy(arrivals, ({ row }) => row.person as PersonId);
}

/** Keeps what came for another day, where less is left than that. Nothing is said of it in the history. */
async function lengthen(
  { vault, policy }: Deployment,
  person: PersonId,
  ids: readonly string[],
): Promise<void> {
  const reading = new Reading(arrivalsOf(person), recordsOf(person));
  await vault
    .act({
      locks: [{ on: 'person', id: person, mode: 'exclusive' }],
      people: [person],
      reads: reading.reads,
      decide(found, { now }) {
        const rows = reading.rows(found);
        const words = policy.current().policy.vocabulary;
        const until = now + ARRIVAL_LIFE;
        const short = rows
          .of(arrivalsOf(person))
          .filter(({ id, state }) => ids.includes(id) && state === 'standing')
          .filter((row) => (row.until ?? 0) - now < ARRIVAL_LEFT);
        const kept = new Set(short.flatMap((row) => arrivalFrom(row).records));
        const changes = [
          ...short.map((row) => changeEvidence(row, { until })),
          ...rows
            .of(recordsOf(person))
            .filter(({ id }) => kept.has(id))
            .map((before): AuditedChange => {
              const { salt: _salt, hash: _hash, ...row } = before;
              const most = expiryOf(words, row.retention, row.collected, null) ?? until;
              return { table: 'record', before, after: { ...row, expires: Math.min(most, until) } };
            }),
        ];
        const entry = { kind: 'evidence', evidence: ARRIVAL, state: 'renewed', changes } as const;
        return { answer: undefined, entries: changes.length > 0 ? [entry] : [] };
      },
    })
    .catch((problem: unknown) => {
      // Erased meanwhile, or changed by somebody else: the next round looks again.
      if (!isFault(problem, 'AVOW_ERASED') && !isFault(problem, 'AVOW_CONFLICT')) throw problem;
    });
}
