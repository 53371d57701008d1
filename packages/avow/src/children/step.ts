import type { Deployment } from '../deployment.ts';
import { mustBeStaff } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { ChildState, KnownChild } from '../face/children.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { CHILD, type ChildBody, childFrom, childOf } from '../register/child.ts';
import { staffRow } from '../register/desk/staff.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';

/** What is known of somebody in a unit, and which operator does something about it. */
export interface InChild {
  readonly before: { readonly state: ChildState; readonly body: ChildBody } | undefined;
  readonly by: PersonId;
  readonly now: number;
}

/** Writes down what an operator learned. The person is had alone, so nothing is erased on what was before. */
export async function changeChild(
  deployment: Deployment,
  what: Idempotent & { readonly person: unknown; readonly by: unknown },
  to: ChildState,
  more: { readonly document?: string },
  become: (unit: InChild) => ChildBody,
): Promise<KnownChild & { readonly entry: EntryId }> {
  const { vault } = deployment;
  const person = asPersonId(what.person);
  const by = asPersonId(what.by, 'by');
  const request = repeatable(what, `children.${to}`, { person, by, ...more });
  return record<KnownChild>(deployment, request, () => ({
    people: [person],
    widens: false,
    evenHeld: true,
    still: [by],
    reads: [childOf(person), staffRow(by)],
    decide(rows, now) {
      mustBeStaff(rows, by);
      const [row] = rows.of(childOf(person));
      const before = row && { state: row.state as ChildState, body: childFrom(row) };
      const body = become({ before, by, now });
      const made = { id: vault.mint(), kind: CHILD, person, state: to, at: now };
      return {
        evidence: CHILD,
        state: to,
        changes: [row ? changeEvidence(row, { state: to, body }) : addEvidence(made, body)],
        value: knownOf(person, to, body),
      };
    },
  }));
}

export function knownOf(person: string, state: string, body: ChildBody): KnownChild {
  const { document, learned, erases, due } = body;
  return {
    person: person as PersonId,
    state: state as ChildState,
    ...{ document, learned, erases, due },
  };
}
