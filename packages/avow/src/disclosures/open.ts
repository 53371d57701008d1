import { isOnline, type Words } from '@avow/policy';
import type { AuditedChange, EvidenceRow } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { unsettled } from '../act/settle.ts';
import { actions, evidenceClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Decided } from '../face/decision.ts';
import type { Disclosures, Granted } from '../face/disclosures.ts';
import type { CaseId, DisclosureId, OrderId, PartyId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { aboutHanded, disclosureIn, disclosureRow, isOpen } from '../register/disclosure.ts';
import { LEASE_LEFT, leaseOf, leaseRow, OPENING_LIFE, runsUntil } from '../register/lease.ts';
import { keysOf, liveKeys, type PartyJwk } from '../register/party.ts';
import { addEvidence } from '../rows/change.ts';
import { encryptedTo } from './encrypted-to.ts';
import { gone, type Named, namedBy, noteAttempt } from './named.ts';

/** What is to be granted, before the key is made fit for the party's eyes alone. */
interface Leased {
  readonly disclosure: DisclosureId;
  readonly party: PartyId;
  readonly online: readonly string[];
  /** Of what is sealed, base64url. */
  readonly key: string | undefined;
  /** When it was granted, and until when. */
  readonly at: number;
  readonly until: number;
  readonly jwk: PartyJwk;
}

/**
 * Opens a disclosure for its party, for a minute at most: decided with the facts of this moment and on
 * record, or refused and on record. The content key leaves only after COMMIT, and only encrypted to the
 * party's own.
 */
export function openWith(deployment: Deployment): Disclosures<Words>['open'] {
  return async (what) => {
    const named = await namedBy(deployment, what);
    const decided = await noteAttempt(
      deployment,
      named,
      await lease(deployment, named).catch(gone),
    );
    return decided.permitted
      ? { ...decided, value: await granted(deployment, decided.value) }
      : decided;
  };
}

/** What a party asks when it opens or reads, about some of the categories that it was handed. */
export function questionBy({ party, disclosure }: Named, categories: readonly string[]) {
  const { person, purpose, order, case: inCase } = disclosure;
  return {
    person: person as PersonId,
    ...{ action: actions.open, purpose, categories },
    to: { party },
    ...(order === null ? {} : { order: order as OrderId }),
    ...(inCase === undefined ? {} : { case: inCase as CaseId }),
    handed: aboutHanded(disclosure),
    reader: 'partner',
  } as const satisfies Question;
}

async function lease(deployment: Deployment, named: Named): Promise<Decided<Leased>> {
  const { disclosure, party } = named;
  const { sealed, categories, person, row } = disclosure;
  return perform(deployment, () => ({
    person: person as PersonId,
    questions: [questionBy(named, sealed.length > 0 ? sealed : categories)],
    lock: 'shared',
    reads: [disclosureRow(row.id), leaseOf(row.id), keysOf(party)],
    opens: () => [evidenceClass],
    apply: (unit) => leasing(named, unit),
  }));
}

function leasing({ disclosure, party }: Named, { rows, now, seals, words }: InUnit): Done<Leased> {
  const { id } = disclosure.row;
  const record = disclosureIn(rows, id);
  if (record === undefined || !isOpen(record)) throw unsettled();
  const { sealed, categories } = record;
  // What is read through us since some version of the policy is not handed out with older seals either.
  const online = categories.filter((each) => !sealed.includes(each) || isOnline(words, each));
  const hasKey = sealed.length > 0 && !sealed.some((each) => online.includes(each));
  const [key] = liveKeys(rows, party, 'enc');
  if (key === undefined) {
    throw new AvowError('AVOW_STATE', 'has no key to be answered with', 'party');
  }
  const { until, changes } = leasedUntil(id, party, rows.of(leaseOf(id)), now);
  return {
    value: {
      disclosure: id as DisclosureId,
      party,
      online,
      at: now,
      until,
      jwk: key.jwk,
      key: hasKey ? seals.openText(record.row) : undefined,
    },
    changes,
    touched: [id],
  };
}

/** How long the opening runs: as long as one under way, or a new one in the place of those before. */
function leasedUntil(
  id: string,
  party: string,
  leases: readonly EvidenceRow[],
  now: number,
): { readonly until: number; readonly changes: readonly AuditedChange[] } {
  const running = runsUntil(leases, now);
  if (running !== undefined && running - now >= LEASE_LEFT) return { until: running, changes: [] };
  const until = now + OPENING_LIFE;
  const gone = leases.map((before): AuditedChange => ({ table: 'evidence', before }));
  return { until, changes: [...gone, addEvidence(leaseRow(id, party, now, until), {})] };
}

async function granted(
  { vault }: Deployment,
  { disclosure, party, online, key, at, until, jwk }: Leased,
): Promise<Granted<Words>> {
  const value = { disclosure, online, expires: until };
  if (key === undefined) return { ...value, key };
  const seconds = { iat: Math.floor(at / 1_000), exp: Math.floor(until / 1_000) };
  const content = { disclosure, iss: vault.origin, aud: party, ...seconds };
  const opens = { kty: 'oct', k: key, alg: 'A256GCM', kid: disclosure };
  return { ...value, key: await encryptedTo(jwk, { ...content, key: opens }) };
}
