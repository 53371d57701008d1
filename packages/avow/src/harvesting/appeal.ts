import type { Deployment } from '../deployment.ts';
import { mustBeStaff } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asHarvestId, asPartyId, asPersonId } from '../door/ids.ts';
import { LONGEST_VALUE, malformed, text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Harvesting, Reader } from '../face/harvesting.ts';
import { AvowError } from '../fault.ts';
import { staffRow } from '../register/desk/staff.ts';
import {
  type Actor,
  actorOf,
  appealOf,
  HARVEST_APPEAL,
  type HarvestAppealBody,
  harvestCase,
  harvestRef,
} from '../register/harvest.ts';
import { addEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { appealIn, caseIn, caseOf, noSuchCase } from './case.ts';

/** Whoever was suspended says that it was wrong, and an operator hears it. */
export function appealsWith(deployment: Deployment): Pick<Harvesting, 'appeal' | 'readAppeal'> {
  const { vault, policy } = deployment;
  const words = () => policy.current().policy.vocabulary;
  return {
    async appeal(what) {
      const id = asHarvestId(what.harvest);
      const actor = readerNamed(what.as);
      const isUser = 'user' in actor;
      if (what.text !== undefined && !isUser) throw malformed('text', 'is not kept for a party');
      const said = what.text === undefined ? undefined : text('text', what.text, LONGEST_VALUE);
      const request = repeatable(what, 'harvesting.appeal', { id, actor, said });
      return record(deployment, request, () => ({
        people: isUser ? [actor.user] : [],
        parties: isUser ? [] : [actor.party],
        widens: false,
        seals: said !== undefined,
        reads: [harvestCase(id), appealOf(id)],
        decide(rows, now, seals) {
          const found = caseIn(rows, id, now);
          if (!isSame(actorOf(found), actor)) throw noSuchCase();
          if (found.state === 'reversed') throw new AvowError('AVOW_STATE', 'is undone', 'harvest');
          if (appealIn(rows, id)) throw new AvowError('AVOW_EXISTS', 'was made', 'harvest');
          const own = { id: vault.mint(), kind: HARVEST_APPEAL, ref: harvestRef(id) };
          const row = { ...own, until: found.until, state: 'made', at: now };
          const whose = isUser ? { person: actor.user } : { party: actor.party };
          const sealed =
            said === undefined || !isUser
              ? {}
              : seals.sealText({ id: row.id, person: actor.user }, said);
          const body: HarvestAppealBody = { decided: null };
          const appeal = addEvidence({ ...row, ...whose, ...sealed }, body);
          const made = { ...found, at: now, state: 'made', body: JSON.stringify(body) };
          const value = caseOf(found, made, words());
          return { evidence: 'harvest', state: 'appealed', changes: [appeal], value };
        },
      }));
    },

    async readAppeal(what) {
      const id = asHarvestId(what.harvest);
      const by = asPersonId(what.by, 'by');
      const read = harvestCase(id);
      const [row] = (await readNow(vault, read)).of(read);
      if (row === undefined || row.person === null) throw noSuchCase();
      const person = asPersonId(row.person);
      return record<{ readonly text: string }>(deployment, {}, () => ({
        people: [person],
        widens: false,
        seals: true,
        reads: [read, appealOf(id), staffRow(by)],
        still: [by],
        note: { by },
        decide(rows, now, seals) {
          mustBeStaff(rows, by);
          caseIn(rows, id, now);
          const appeal = appealIn(rows, id);
          if (!appeal?.sealed) throw new AvowError('AVOW_NOT_FOUND', 'nothing was said', 'harvest');
          const value = { text: seals.openText(appeal) };
          return { evidence: 'harvest', state: 'read', changes: [], value };
        },
      }));
    },
  };
}

/** Whom a caller names: a user or a party. */
export function readerNamed(who: Reader): Actor {
  return 'user' in who ? { user: asPersonId(who.user, 'user') } : { party: asPartyId(who.party) };
}

function isSame(one: Actor, other: Actor): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
