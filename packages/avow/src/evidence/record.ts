import {
  type Act,
  type DataKeys,
  type EntryId,
  isFault,
  type Lock,
  type Vault,
  type VaultRead,
} from '@avow/vault';
import { settle, unsettled } from '../act/settle.ts';
import { evidenceClass, historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { actingIn } from '../desk/acting.ts';
import type { Repeatable } from '../door/idempotency.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import type { Edition } from '../policy/edition.ts';
import type { InForce } from '../policy/in-force.ts';
import { historyKept } from '../records/retention.ts';
import { mustBeThere, personOf } from '../register/person.ts';
import { POLICY, policyStanding, versionLock } from '../register/version.ts';
import { Reading, type Rows, readNow } from '../rows/reading.ts';
import type { EvidenceChange, Recorded } from './change.ts';
import { entriesOf, withDeed } from './entries.ts';

/** Writes a change of evidence down; when it resolves, no decision commits on what was before. */
export async function record<Value extends object>(
  deployment: Deployment,
  request: Repeatable,
  ask: () => EvidenceChange<Value> | Promise<EvidenceChange<Value>>,
): Promise<Value & { readonly entry: EntryId }> {
  const { vault, policy, telemetry } = deployment;
  return telemetry.record(async (watched) => {
    const acted = await settle(vault, request, async (plans) => {
      // Planned anew, perhaps because another process put another version in force.
      const edition = plans === 1 ? policy.current() : await policy.now();
      const change = await ask();
      const keys = await keysOf(vault, change);
      watched.plans(plans);
      return vault
        .act(recorded(vault, change, keys, policy, edition, request.idempotency))
        .catch(byWhoIsLeft(change));
    });
    const [entry] = acted.entries;
    if (entry === undefined) throw new TypeError('evidence was recorded without its entry');
    if (acted.replayed) {
      watched.says({ 'avow.replayed': true });
      request.onReplay?.();
      return { ...(JSON.parse(acted.outcome) as Value), entry };
    }
    const { evidence, state, value } = acted.answer;
    watched.says({ 'avow.evidence': evidence, 'avow.state': state });
    return { ...value, entry };
  });
}

/** The change as one act. */
function recorded<Value>(
  vault: Vault,
  change: EvidenceChange<Value>,
  keys: readonly DataKeys[],
  policy: InForce,
  edition: Edition,
  idempotency: Repeatable['idempotency'],
): Act<readonly VaultRead[], Recorded<Value>> {
  const { people, reads, widens, evenHeld = false, rekeys = [], by } = change;
  const standing = [...people, ...heldStill(change)].map(personOf);
  const acting = actingIn(vault, by);
  const reading = new Reading(policyStanding, ...standing, ...acting.reads, ...reads);
  const kept = historyKept(edition.policy.vocabulary);
  return {
    locks: locksOf(change),
    reads: reading.reads,
    keys,
    evenHeld,
    rekeys,
    ...(idempotency ? { idempotency } : {}),
    decide(found, { now }, seals) {
      const rows = reading.rows(found);
      if (!policy.decides(edition, rows, now)) throw unsettled();
      if (widens) for (const id of people) mustBeActive(rows, id);
      acting.check(rows);
      const done = withDeed(acting, change, change.decide(rows, now, seals), now);
      return {
        answer: done,
        entries: entriesOf(change, done, kept),
        ...(idempotency ? { outcome: JSON.stringify(done.value) } : {}),
      };
    },
  };
}

/** One of several people may have been erased meanwhile: then it is to be asked anew who is left. */
function byWhoIsLeft({ people }: EvidenceChange<unknown>) {
  return (problem: unknown): never => {
    throw people.length > 1 && isFault(problem, 'AVOW_ERASED') ? unsettled() : problem;
  };
}

/** Keys for the histories of people who are there. */
async function keysOf(
  vault: Vault,
  { people, evenHeld = false, seals = false }: EvidenceChange<unknown>,
): Promise<DataKeys[]> {
  if (people.length === 0) return [];
  const classes = seals ? [historyClass, evidenceClass] : [historyClass];
  const rows = await readNow(vault, ...people.map(personOf));
  for (const id of people) mustBeThere(rows, id);
  return Promise.all(people.map((id) => vault.keysFor(id, classes, { evenHeld })));
}

function mustBeActive(rows: Rows, person: PersonId): void {
  if (rows.of(personOf(person))[0]?.state === 'suspended') {
    throw new AvowError('AVOW_STATE', 'the account is suspended', 'person');
  }
}

/** Who does it must not be dismissed meanwhile. */
function heldStill({ still = [], by }: EvidenceChange<unknown>): readonly PersonId[] {
  return by === undefined ? still : [...still, by];
}

function locksOf(change: EvidenceChange<unknown>): Lock[] {
  const { people, parties = [], locks = [] } = change;
  // Who is had alone need not be held still.
  const others = [...new Set(heldStill(change))].filter((id) => !people.includes(id));
  return [
    versionLock(POLICY, 'shared'),
    ...locks,
    ...people.map((id): Lock => ({ on: 'person', id, mode: 'exclusive' })),
    ...others.map((id): Lock => ({ on: 'person', id, mode: 'shared' })),
    ...parties.map((id): Lock => ({ on: 'party', id, mode: 'exclusive' })),
  ];
}
