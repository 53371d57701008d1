import { settle, unsettled } from '../act/settle.ts';
import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import type { PersonId } from '../face/ids.ts';
import type { Subject, SubjectKind } from '../face/subjects.ts';
import type { Edition } from '../policy/edition.ts';
import { historyKept } from '../records/retention.ts';
import { POLICY, policyStanding, versionLock } from '../register/version.ts';
import { Reading } from '../rows/reading.ts';

/** Adds a person with a key for their history; the key comes first, for no row may wait for one. */
export async function createSubject(
  { vault, region: here, policy }: Deployment,
  what: {
    readonly kind: SubjectKind;
    readonly country: string | null;
    /** Where they are collected; absent: here. */
    readonly region?: string;
  },
  request: Repeatable,
): Promise<Subject> {
  const { kind, country, region = here.name } = what;
  const { idempotency, onReplay } = request;
  const person = vault.mint() as PersonId;
  const keys = await vault.keysFor(person, [historyClass]);
  const reading = new Reading(policyStanding);
  const create = (edition: Edition) =>
    vault.act({
      locks: [versionLock(POLICY, 'shared'), { on: 'person', id: person, mode: 'exclusive' }],
      reads: reading.reads,
      keys: [keys],
      ...(idempotency ? { idempotency } : {}),
      decide(found, { now }) {
        if (!policy.decides(edition, reading.rows(found), now)) throw unsettled();
        const row = {
          id: person,
          kind,
          state: 'active',
          generation: keys.generation,
          country,
          region,
          created: now,
        };
        const subject: Subject = {
          person,
          kind,
          state: 'active',
          country: country ?? undefined,
          created: now,
        };
        return {
          answer: subject,
          entries: [
            {
              kind: 'evidence',
              evidence: 'subject',
              state: 'created',
              subject: { person, ...historyKept(edition.policy.vocabulary) },
              changes: [{ table: 'person', after: row }],
            },
          ],
          ...(idempotency ? { outcome: JSON.stringify(subject) } : {}),
        };
      },
    });
  const acted = await settle(vault, request, async (plans) =>
    create(plans === 1 ? policy.current() : await policy.now()),
  );
  if (!acted.replayed) return acted.answer;
  onReplay?.();
  const recorded = JSON.parse(acted.outcome) as Omit<Subject, 'country'>;
  return { ...recorded, country: country ?? undefined };
}
