import { asPartyId, type PersonId } from 'avow';
import { readForm, readTicked } from '../../../web/form.ts';
import type { Seen, Visit } from '../../../web/visit.ts';
import { isCountry } from '../../engage/countries.ts';
import { DAY, dayOf } from '../../form/date.ts';
import { type Came, readDocument } from '../../form/document.ts';

const fields = [
  ...['person', 'authority', 'thirdParty', 'reference', 'issued', 'country'],
  ...['from', 'until', 'bar', 'barUntil'],
] as const;

/** What stands in the form of an order, as it was entered. */
export interface Entered {
  readonly person: string;
  readonly authority: string;
  readonly thirdParty: string;
  readonly reference: string;
  readonly issued: string;
  readonly country: string;
  readonly from: string;
  readonly until: string;
  readonly bar: string;
  readonly barUntil: string;
  readonly categories: readonly string[];
}

export const nothingEntered: Entered = {
  ...{ person: '', authority: '', thirdParty: '', reference: '', issued: '', country: '' },
  ...{ from: '', until: '', bar: '', barUntil: '', categories: [] },
};

/** What is wrong, by field. */
export type Wrong = Partial<Record<keyof Entered | 'document', string>>;

export async function readEntered(c: Seen): Promise<Entered & { readonly document: Came }> {
  const [one, categories, document] = await Promise.all([
    readForm(c, fields),
    readTicked(c, 'categories'),
    readDocument(c),
  ]);
  return { ...(one as unknown as Omit<Entered, 'categories'>), categories, document };
}

/** What may be chosen: who is engaged as a body or a third party, and what the policy lets a body have. */
export interface Offered {
  readonly authorities: readonly string[];
  readonly thirdParties: readonly string[];
  readonly categories: readonly string[];
}

/** Looks through the form before the library does, to say all that is wrong at once, in words. */
export function wrongIn(
  { words }: Visit,
  entered: Entered & { readonly document: Came },
  offered: Offered,
  person: PersonId | undefined,
  now: number,
): Wrong {
  const { wrong } = words.order;
  const { authority, thirdParty, categories, reference, country, document } = entered;
  const issued = dayOf(entered.issued);
  const from = entered.from === '' ? now : dayOf(entered.from);
  const until = dayOf(entered.until);
  const barUntil = entered.barUntil === '' ? undefined : dayOf(entered.barUntil);
  const isLate = (day: number | undefined, than = now) => day !== undefined && day + DAY > than;
  const isAmong =
    categories.length > 0 && categories.every((each) => offered.categories.includes(each));
  return {
    ...(person === undefined && { person: wrong.person }),
    ...(!offered.authorities.includes(authority) && { authority: wrong.authority }),
    ...(thirdParty !== '' &&
      !offered.thirdParties.includes(thirdParty) && { thirdParty: wrong.thirdParty }),
    ...((reference === '' || reference.length > 128) && { reference: wrong.reference }),
    ...((issued === undefined || issued > now) && { issued: wrong.issued }),
    ...(!isCountry(country) && { country: wrong.country }),
    ...(document.wrong !== undefined && { document: words.document.wrong[document.wrong] }),
    ...(!isAmong && { categories: wrong.categories }),
    ...(from === undefined && { from: wrong.from }),
    ...(!isLate(until, Math.max(from ?? now, now)) && { until: wrong.until }),
    ...(entered.barUntil !== '' &&
      (entered.bar === '' || !isLate(barUntil)) && { barUntil: wrong.barUntil }),
  };
}

/** The same as the library takes it. Days are taken to their end. */
export function recorded(entered: Entered & { readonly document: Came }, person: PersonId) {
  const { authority, thirdParty, reference, country, categories, bar, document } = entered;
  const from = dayOf(entered.from);
  const barUntil = dayOf(entered.barUntil);
  return {
    ...{
      person,
      authority: asPartyId(authority),
      reference,
      country,
      categories: [...new Set(categories)],
    },
    document: document.digest ?? '',
    issued: dayOf(entered.issued) ?? 0,
    until: (dayOf(entered.until) ?? 0) + DAY,
    ...(thirdParty !== '' && { thirdParty: asPartyId(thirdParty) }),
    ...(from !== undefined && { from }),
    ...(bar !== '' && { bar: barUntil === undefined ? {} : { until: barUntil + DAY } }),
  };
}
