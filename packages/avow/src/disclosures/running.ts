import type { EvidenceRow, Vault } from '@avow/vault';
import type { Running } from '../face/disclosures.ts';
import type { DisclosureId, PartyId } from '../face/ids.ts';
import { type DisclosureRecord, disclosureFrom } from '../register/disclosure.ts';
import { leaseOf, runsUntil } from '../register/lease.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';

/** Some disclosures as they were before a unit, for it to say which openings of them still run. */
export interface Watched {
  readonly reads: readonly ReadOf<'evidence'>[];
  /** Their rows again, as the unit read them, with what runs of each. */
  among(rows: Rows, now: number): readonly (readonly [DisclosureRecord, number | undefined])[];
  /** Whether one is there that was not before: then its openings were not read. */
  isStale(rows: Rows): boolean;
}

/** Watches the open disclosures that some reads find, and of those the ones that are `meant`. */
export async function watch(
  vault: Vault,
  reads: readonly ReadOf<'evidence'>[],
  meant: (disclosure: DisclosureRecord) => boolean = () => true,
): Promise<Watched> {
  const found = (rows: Rows) =>
    reads.flatMap((read) => rows.of(read).map(disclosureFrom)).filter(meant);
  const before = found(await readNow(vault, ...reads)).map(({ row }) => row.id);
  return {
    reads: [...reads, ...before.map(leaseOf)],
    isStale: (rows) => found(rows).some(({ row }) => !before.includes(row.id)),
    among: (rows, now) =>
      found(rows).map((each) => [each, runsUntil(rows.of(leaseOf(each.row.id)), now)] as const),
  };
}

/** The openings that have not run out, those that run longest first. */
export function runningIn(
  among: readonly (readonly [DisclosureRecord, number | undefined])[],
): Running[] {
  return among
    .flatMap(([{ row, party }, until]) =>
      until === undefined ? [] : runningOf(row.id, party, until),
    )
    .sort((a, b) => b.until - a.until);
}

/** What runs of a party's openings, by rows of `leasesOf`. */
export function runningOfParty(rows: readonly EvidenceRow[], now: number): Running[] {
  const latest = new Map<string, Running>();
  for (const { ref, party, until } of rows) {
    if (ref === null || party === null || until === null || until <= now) continue;
    const before = latest.get(ref);
    if (before === undefined || before.until < until) latest.set(ref, runningOf(ref, party, until));
  }
  return [...latest.values()].sort((a, b) => b.until - a.until);
}

function runningOf(disclosure: string, party: string, until: number): Running {
  return { disclosure: disclosure as DisclosureId, party: party as PartyId, until };
}
