import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Repeatable } from '../door/idempotency.ts';
import type { PersonId } from '../face/ids.ts';
import type { Subject, SubjectKind } from '../face/subjects.ts';
import { historyKept } from '../records/retention.ts';

/** Adds a person with a key for their history; the key comes first, for no row may wait for one. */
export async function createSubject(
  { vault, region, policy }: Deployment,
  { kind, country }: { readonly kind: SubjectKind; readonly country: string | null },
  { idempotency, onReplay }: Repeatable,
): Promise<Subject> {
  const person = vault.mint() as PersonId;
  const keys = await vault.keysFor(person, [historyClass]);
  const acted = await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [],
    keys: [keys],
    ...(idempotency ? { idempotency } : {}),
    decide(_rows, { now }) {
      const row = {
        id: person,
        kind,
        state: 'active',
        generation: keys.generation,
        country,
        region: region.name,
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
            subject: { person, ...historyKept(policy.current().policy.vocabulary) },
            changes: [{ table: 'person', after: row }],
          },
        ],
        ...(idempotency ? { outcome: JSON.stringify(subject) } : {}),
      };
    },
  });
  if (!acted.replayed) return acted.answer;
  onReplay?.();
  const recorded = JSON.parse(acted.outcome) as Omit<Subject, 'country'>;
  return { ...recorded, country: country ?? undefined };
}
