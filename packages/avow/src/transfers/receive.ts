import type { Words } from '@avow/policy';
import type { AuditedChange } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { malformed, text } from '../door/text.ts';
import { wordList } from '../door/words.ts';
import type { Decided } from '../face/decision.ts';
import type { DisclosureId } from '../face/ids.ts';
import type { Received, Transfers } from '../face/transfers.ts';
import { AvowError } from '../fault.ts';
import { classesOf, type Keeping, keep, keepReads } from '../records/keep.ts';
import { ARRIVAL_LIFE, type ArrivalRecord, arrivalFrom, arrivalsOf } from '../register/arrival.ts';
import { engagementsOf } from '../register/engagement.ts';
import { recordOf } from '../register/record.ts';
import { isEngagedRegion, partyOfRegion } from '../register/region.ts';
import { changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { type Arrived, arrive, notEngaged } from './arrive.ts';
import { endArrivals } from './end.ts';
import { type Letter, read, sign } from './letter.ts';
import { digestOf } from './send.ts';
import { namedIn, unsealed } from './unsealed.ts';

/** As much as one disclosure may be, in characters. */
const LONGEST = 8_388_608;

/**
 * Takes in what another region sent: by its leave, to the person it is for here, under keys of this
 * region's, if the policy permits that it is kept here. If it does not, nothing of it stays.
 */
export function receiveWith(deployment: Deployment): Transfers<Words>['receive'] {
  return async ({ letter: given, jwe: sealed, neighbour }) => {
    const letter = await read(deployment, 'sent', given);
    const jwe = text('jwe', sealed, LONGEST);
    const { iss, disclosure, digest } = letter;
    const { vault, policy } = deployment;
    const engaged = await readNow(vault, engagementsOf(partyOfRegion(iss)));
    if (!isEngagedRegion(engaged, iss, policy.moment())) throw notEngaged();
    if (namedIn(jwe) !== disclosure || digestOf(jwe) !== digest) {
      throw malformed('jwe', 'must be what the letter goes with');
    }
    const asking = await sign(deployment, 'opening', iss, { disclosure });
    const answered = await neighbour.open(asking);
    if (answered === undefined) {
      throw new AvowError('AVOW_STATE', 'the other region does not let it be opened', 'jwe');
    }
    const { values } = await unsealed(deployment, disclosure, jwe, answered);
    return take(deployment, letter, new Map(Object.entries(values)));
  };
}

async function take(
  deployment: Deployment,
  letter: Letter<'sent'>,
  fields: ReadonlyMap<string, string>,
): Promise<Decided<Received<Words>>> {
  const words = deployment.policy.current().policy.vocabulary;
  const categories = wordList('categories', [...fields.keys()], 'categories', words);
  const arrived = await arrive(deployment, letter, categories);
  const { person } = arrived;
  const source = partyOfRegion(letter.iss);
  const keeping: Keeping = { person, fields, source, findBy: new Set() };
  const about = { person, categories, to: 'platform' } as const;
  const decided = await perform<Received<Words>>(deployment, () => ({
    person,
    questions: [{ ...about, action: actions.store, purpose: purposes.keeping }],
    lock: 'exclusive',
    reads: [...keepReads(deployment.vault, keeping), arrivalsOf(person)],
    seals: (current) => classesOf(keeping, current),
    apply: (unit) => keepArrived(deployment, keeping, arrived, letter, unit),
  }));
  // Refused: what was put on record beforehand goes again, and with it whoever was made for it.
  if (!decided.permitted) await endArrivals(deployment, person, [letter.disclosure]);
  return decided;
}

function keepArrived(
  { vault }: Deployment,
  keeping: Keeping,
  { arrival }: Arrived,
  letter: Letter<'sent'>,
  unit: InUnit,
): Done<Received<Words>> {
  const { person, source } = keeping;
  const { rows, now } = unit;
  const found = rows.of(arrivalsOf(person)).find(({ id }) => id === arrival);
  if (found?.state !== 'standing') {
    throw new AvowError('AVOW_STATE', 'has ended meanwhile', 'letter');
  }
  const before: ArrivalRecord = arrivalFrom(found);
  const until = now + ARRIVAL_LIFE;
  // What they gave here themself is theirs to change, here.
  const fields = new Map(
    [...keeping.fields].filter(([category]) => {
      const [own] = rows.of(recordOf(person, category));
      return own === undefined || own.source === source;
    }),
  );
  const kept = keep(vault, { ...keeping, fields }, unit);
  const body = {
    ...{ region: before.region, disclosure: before.disclosure, purpose: before.purpose },
    ...{ categories: before.categories, records: kept.touched },
  };
  return {
    value: {
      person,
      disclosure: letter.disclosure as DisclosureId,
      categories: [...fields.keys()],
      until,
    },
    changes: [
      ...kept.changes.map((change) => untilThen(change, until)),
      changeEvidence(found, { until, body }),
    ],
    touched: [arrival, ...kept.touched],
  };
}

/** Kept for no longer than the other region has said, whatever its class would allow. */
function untilThen(change: AuditedChange, until: number): AuditedChange {
  if (change.table !== 'record' || !('after' in change) || change.after === undefined)
    return change;
  const { expires } = change.after;
  return { ...change, after: { ...change.after, expires: Math.min(expires ?? until, until) } };
}
