import type { AuditedChange } from '@avow/vault';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { acceptanceOf, acceptanceRef } from '../register/acceptance.ts';
import {
  ARRIVAL,
  ARRIVAL_LIFE,
  type ArrivalBody,
  arrivalFrom,
  arrivalLock,
  arrivalRef,
  arrivalsOf,
  arrivalsUnder,
} from '../register/arrival.ts';
import { choiceRef, choicesOf, MOST_CHOICES } from '../register/choice.ts';
import { engagementsOf } from '../register/engagement.ts';
import { isEngagedRegion, partyOfRegion } from '../register/region.ts';
import { addEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { createSubject } from '../subjects/create.ts';
import type { Letter } from './letter.ts';

/** That something came, on record: for whom, and what the other region says of them. */
export interface Arrived {
  readonly person: PersonId;
  readonly arrival: string;
}

/**
 * Puts on record that something came, before any of it is kept: who it is for here, and, as that region
 * has it, that they accepted the agreement and consented. One of a name that is not known is made first;
 * of two that came at the same time one was in vain, and goes again.
 */
export async function arrive(
  deployment: Deployment,
  letter: Letter<'sent'>,
  categories: readonly string[],
): Promise<Arrived> {
  const known = await personUnder(deployment, letter);
  const person = known ?? (await newcomer(deployment, letter));
  const { iss: region, disclosure, name, purpose } = letter;
  const party = partyOfRegion(region);
  const kept = await record(deployment, {}, () => ({
    people: [person],
    widens: true,
    locks: [arrivalLock(region, name), { on: 'party', id: party, mode: 'shared' }],
    reads: [
      engagementsOf(party),
      arrivalsUnder(region, name),
      arrivalsOf(person),
      acceptanceOf(person),
      choicesOf(person, 'platform'),
    ],
    note: { region, disclosure },
    decide(rows, now) {
      if (!isEngagedRegion(rows, region, now)) throw notEngaged();
      const under = rows.of(arrivalsUnder(region, name));
      const own = rows.of(arrivalsOf(person)).map(arrivalFrom);
      const before = own.find((each) => each.disclosure === disclosure);
      if (before !== undefined && before.row.state !== 'standing') {
        throw new AvowError('AVOW_STATE', 'what came by this disclosure has ended', 'letter');
      }
      const other = under.find((row) => row.person !== person)?.person ?? null;
      const body: ArrivalBody = { region, disclosure, purpose, categories, records: [] };
      const row = {
        ...{ id: deployment.vault.mint(), kind: ARRIVAL, person, state: 'standing', at: now },
        ...{ party, ref: arrivalRef(region, name) },
        until: now + ARRIVAL_LIFE,
      };
      const isNew = before === undefined && other === null;
      return {
        evidence: ARRIVAL,
        state: 'standing',
        changes: isNew ? [addEvidence(row, body), ...said(rows)] : [],
        value: { arrival: before?.row.id ?? row.id, other },
      };

      function said(found: typeof rows): AuditedChange[] {
        const accepted = found.of(acceptanceOf(person)).length > 0 || letter.acceptance === null;
        const choices = found.of(choicesOf(person, 'platform')).length;
        return [
          ...(accepted ? [] : [acceptance(deployment, person, letter, now)]),
          ...(letter.consent === null || choices >= MOST_CHOICES.given
            ? []
            : [consent(deployment, person, letter, categories, now)]),
        ];
      }
    },
  })).catch(async (problem: unknown) => {
    // Whoever was made for what is not to come has nothing here.
    if (known === undefined && isAvowFault(problem, 'AVOW_STATE'))
      await deployment.vault.erase(person);
    throw problem;
  });
  if (kept.other === null) return { person, arrival: kept.arrival };
  // Somebody else was quicker with this name: they are who it is for.
  if (known === undefined) await deployment.vault.erase(person);
  return arrive(deployment, letter, categories);
}

/** What comes from another region comes under its engagement here; what ended brings nothing more. */
export function notEngaged(): AvowError {
  return new AvowError('AVOW_STATE', 'is from a region that has no engagement that runs', 'letter');
}

async function personUnder(
  { vault }: Deployment,
  { iss, name }: Letter<'sent'>,
): Promise<PersonId | undefined> {
  const read = arrivalsUnder(iss, name);
  const [row] = (await readNow(vault, read)).of(read);
  return (row?.person ?? undefined) as PersonId | undefined;
}

/** Their place of collection is that of the region they came from. */
async function newcomer(deployment: Deployment, { iss, kind, country }: Letter<'sent'>) {
  const { person } = await createSubject(deployment, { kind, country, region: iss }, {});
  return person;
}

/** One acceptance binds on all servers of the platform: it counts here as long as what came by it does. */
function acceptance(
  { vault }: Deployment,
  person: PersonId,
  { acceptance: body }: Letter<'sent'>,
  at: number,
): AuditedChange {
  const row = { id: vault.mint(), kind: 'acceptance', person, ref: acceptanceRef(person) };
  return addEvidence({ ...row, state: 'accepted', at }, body ?? {});
}

function consent(
  { vault }: Deployment,
  person: PersonId,
  { consent: word, purpose }: Letter<'sent'>,
  categories: readonly string[],
  at: number,
): AuditedChange {
  const spoken = [...new Set([purpose, purposes.keeping])].sort();
  const about = { action: actions.transfer, purposes: spoken, categories: [...categories].sort() };
  const row = { id: vault.mint(), kind: 'consent', person, ref: choiceRef(person, 'platform') };
  return addEvidence({ ...row, state: 'given', at }, { ...about, ...word, withdrawn: null });
}
