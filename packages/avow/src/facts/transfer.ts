import { actions } from '../conventions.ts';
import type { MechanismId } from '../face/ids.ts';
import type { NamedMechanism } from '../face/mechanisms.ts';
import { liveMechanisms, type MechanismRecord, mechanisms } from '../register/mechanism.ts';
import type { Rows } from '../rows/reading.ts';
import { consent } from './consent.ts';
import { place, wayOf } from './place.ts';
import type { Asked, FactProvider } from './provider.ts';

type AskedOf = Asked & { readonly category: string };

/**
 * A mechanism that runs covers this: out of each country that it leaves, into that one, this party,
 * purpose and category. Where it is the person's consent, they have given it and not taken it back.
 */
export const transfer: FactProvider = {
  reads: (asked) => [...place.reads(asked), ...consent.reads(asked), mechanisms],
  judge: (rows, asked, now) => mechanismsFor(rows, asked, now) !== undefined,
};

/** What it would rest on, one mechanism for each country that it leaves; undefined if one is missing. */
export function mechanismsFor(
  rows: Rows,
  asked: AskedOf,
  now: number,
): readonly NamedMechanism[] | undefined {
  const way = wayOf(rows, asked);
  if (way === undefined) return undefined;
  const { origins, collected, destination } = way;
  const live = liveMechanisms(rows, now).filter(
    (each) =>
      each.destination === destination && covers(each, asked) && isAllowed(rows, asked, each, now),
  );
  // Between two regions of one country nothing leaves it, and still nothing goes without one.
  const left = origins.length > 0 ? origins : [collected];
  const chosen = live.find(({ id, origin }) => id === asked.mechanism && left.includes(origin));
  if (asked.mechanism !== undefined && chosen === undefined) return undefined;
  const found: NamedMechanism[] = [];
  for (const origin of left) {
    const fit = chosen?.origin === origin ? chosen : live.find((each) => each.origin === origin);
    if (fit === undefined) return undefined;
    found.push({ mechanism: fit.id as MechanismId, kind: fit.kind, origin, destination });
  }
  return found;
}

function covers(each: MechanismRecord, { party, purpose, category }: AskedOf): boolean {
  return (
    (each.party === null || each.party === party) &&
    each.purposes.includes(purpose) &&
    each.categories.includes(category)
  );
}

/** Consent is each person's own; all other mechanisms are there for everybody. */
function isAllowed(rows: Rows, asked: AskedOf, { kind }: MechanismRecord, now: number): boolean {
  if (kind !== 'consent') return true;
  return consent.judge(rows, { ...asked, action: actions.transfer }, now) === true;
}
