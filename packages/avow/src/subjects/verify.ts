import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { findersBy } from '../register/finder.ts';
import { recordOf } from '../register/record.ts';
import {
  comparable,
  isStillHeld,
  VERIFIED,
  type VerifiedBody,
  verifiedBy,
  verifiedFrom,
  verifiedRef,
} from '../register/verified.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';

/** A value that somebody has shown to be theirs. */
interface Shown {
  readonly person: PersonId;
  readonly category: string;
  readonly value: string;
}

/**
 * Writes down that somebody has shown a value to be theirs: if it is what is held of them, and they are found
 * by it. It takes the place of whatever they had shown in this category before.
 */
export async function verify(
  deployment: Deployment,
  { person, category, value }: Shown,
  options: Idempotent,
): Promise<{ readonly entry: EntryId }> {
  const { vault } = deployment;
  const request = repeatable(options, 'subjects.verify', { person, category, value });
  const held = recordOf(person, category);
  const before = verifiedBy(person);
  return record(deployment, request, () => {
    const finders = [...new Set([value, comparable(value)])].flatMap((form) =>
      findersBy(vault, category, form),
    );
    return {
      people: [person],
      widens: true,
      reads: [held, before, ...finders],
      note: { category },
      decide(rows, now) {
        const [row] = rows.of(held);
        const isHeld = finders
          .flatMap((read) => rows.of(read))
          .some((finder) => finder.person === person && finder.target === row?.id);
        if (row === undefined || !isHeld) {
          throw new AvowError('AVOW_STATE', 'is not what the person is found by', 'value');
        }
        const earlier = rows
          .of(before)
          .filter((each) => each.ref !== null && verifiedFrom(each).category === category);
        const ref = verifiedRef(vault, category, value);
        const isSame = earlier.some((each) => each.ref === ref && isStillHeld(each, row));
        const body: VerifiedBody = { category, record: row.id, version: row.version };
        const added = { id: vault.mint(), kind: VERIFIED, person, ref, state: VERIFIED, at: now };
        return {
          evidence: VERIFIED,
          state: VERIFIED,
          changes: isSame
            ? []
            : [...earlier.map((each) => retireEvidence(each, 'past')), addEvidence(added, body)],
          value: {},
        };
      },
    };
  });
}

/** Whether what is held of somebody in a category is what they have shown to be theirs. */
export async function isVerified(
  { vault }: Deployment,
  person: PersonId,
  category: string,
): Promise<boolean> {
  const held = recordOf(person, category);
  const shown = verifiedBy(person);
  const rows = await readNow(vault, held, shown);
  const [row] = rows.of(held);
  return rows
    .of(shown)
    .some((each) => verifiedFrom(each).category === category && isStillHeld(each, row));
}
