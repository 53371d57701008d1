import type { Words } from '@avow/policy';
import { previewed } from '../act/preview.ts';
import type { Deployment } from '../deployment.ts';
import { barsOf, readBars } from '../desk/bars.ts';
import { asDisclosureId, asPartyId, asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { ClosedBecause, Disclosure, Disclosures } from '../face/disclosures.ts';
import type { CaseId, DisclosureId, OrderId, PartyId, PersonId } from '../face/ids.ts';
import {
  closedDisclosuresOf,
  type DisclosureRecord,
  disclosureFrom,
  disclosuresOf,
  disclosuresTo,
} from '../register/disclosure.ts';
import { leaseOf, runsUntil } from '../register/lease.ts';
import { isThere, personOf } from '../register/person.ts';
import { readNow } from '../rows/reading.ts';
import { questionBy } from './open.ts';
import { isWordless } from './resting.ts';
import { sealedFrom } from './seal.ts';

const MOST_LISTED = 1_000;
const LISTED = 100;

/** Everything that was handed over about a person; whether it opens is asked of the policy, as it stands. */
export function listWith(deployment: Deployment, now: () => number): Disclosures<Words>['of'] {
  const { vault } = deployment;
  return async (who) => {
    const person = asPersonId(who);
    const bars = barsOf(person);
    const rows = await readNow(vault, disclosuresOf(person), closedDisclosuresOf(person), ...bars);
    const barred = readBars(rows, person, now());
    const all = [disclosuresOf(person), closedDisclosuresOf(person)]
      .flatMap((read) => rows.of(read))
      .map(disclosureFrom)
      .filter((each) => each.case === undefined || !barred.cases.has(each.case))
      .sort((a, b) => b.row.at - a.row.at || (a.row.id < b.row.id ? 1 : -1));
    const leases = await vault.read(all.map(({ row }) => leaseOf(row.id)));
    return Promise.all(
      all.map(async (each, at) => ({
        ...disclosureOf(each),
        ...(await wouldOpen(deployment, each, now)),
        running: runsUntil(leases[at] ?? [], now()),
      })),
    );
  };
}

/** What a party holds that is not closed, a page at a time; nothing of somebody who was erased, from then on. */
export function handedWith({ vault }: Deployment): Disclosures<Words>['to'] {
  /** A page of what is about somebody who is there, wherever the rows of others lie in between. */
  async function page(party: string, limit: number, from: string | undefined) {
    const found: DisclosureRecord[] = [];
    for (let after = from; ; ) {
      const [rows] = await vault.read([disclosuresTo(party, limit, after)]);
      const people = [...new Set(rows.map(({ person }) => person ?? ''))];
      const standing = await readNow(vault, ...people.map(personOf));
      found.push(
        ...rows
          .filter(({ person }) => standing.of(personOf(person ?? '')).some(isThere))
          .map(disclosureFrom),
      );
      if (rows.length < limit || found.length >= limit) return found.slice(0, limit);
      after = rows.at(-1)!.id;
    }
  }

  return async (to, { after, limit = LISTED } = {}) => {
    const party = asPartyId(to);
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_LISTED) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST_LISTED}`);
    }
    const past = after === undefined ? undefined : asDisclosureId(after, 'after');
    return (await page(party, limit, past)).map((each) => ({
      ...sealedFrom(each, each.row.id as DisclosureId),
      ...{ action: each.action, purpose: each.purpose, at: each.row.at },
      order: (each.order ?? undefined) as OrderId | undefined,
    }));
  };
}

function disclosureOf(record: DisclosureRecord) {
  const { row, person, party, action, purpose, order, case: inCase, closed } = record;
  const { sealed, online } = sealedFrom(record, row.id as DisclosureId);
  return {
    ...{ disclosure: row.id as DisclosureId, action, purpose, sealed, online, at: row.at },
    person: person as PersonId,
    party: party as PartyId,
    order: (order ?? undefined) as OrderId | undefined,
    case: inCase as CaseId | undefined,
    closed: closed ? { at: closed.at, because: closed.because as ClosedBecause } : undefined,
  };
}

/** What the policy would answer to an opening now. Not a decision: nothing opens, nothing is recorded. */
async function wouldOpen(
  deployment: Deployment,
  disclosure: DisclosureRecord,
  now: () => number,
): Promise<Pick<Disclosure<Words>, 'opens' | 'sentence'>> {
  const party = disclosure.party as PartyId;
  const question = questionBy({ disclosure, party }, disclosure.categories);
  try {
    const { permitted, sentence } = await previewed(deployment, question, now);
    return { opens: permitted, sentence };
  } catch (problem) {
    // What a later version has no words for no sentence of it permits.
    if (!isWordless(problem)) throw problem;
    return { opens: false, sentence: deployment.policy.current().rest };
  }
}
