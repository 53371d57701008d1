import type { PartyId } from 'avow';
import { readForm, readTicked } from '../../web/form.ts';
import type { Seen, Visit } from '../../web/visit.ts';
import { DAY, dayOf } from '../form/date.ts';
import type { Allowed } from './allowed.ts';
import { isCountry } from './countries.ts';

/** What stands in the form, as it was entered. */
export interface Entered {
  readonly party: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly country: string;
  readonly jointly: readonly string[];
  readonly from: string;
  readonly until: string;
  /** What it does, by language of the policy. */
  readonly service: Readonly<Record<string, string>>;
  readonly means: string;
}

export const nothingEntered: Entered = {
  party: '',
  purposes: [],
  categories: [],
  country: '',
  jointly: [],
  from: '',
  until: '',
  service: {},
  means: '',
};

/** What is wrong, by field. */
export type Wrong = Partial<Record<keyof Entered, string>>;

export async function readEntered(c: Seen, languages: readonly string[]): Promise<Entered> {
  const fields = ['party', 'country', 'from', 'until', 'means'] as const;
  const inEach = languages.map((language) => `service-${language}`);
  const [one, said, purposes, categories, jointly] = await Promise.all([
    readForm(c, fields),
    readForm(c, inEach),
    readTicked(c, 'purposes'),
    readTicked(c, 'categories'),
    readTicked(c, 'jointly'),
  ]);
  const service = Object.fromEntries(
    languages.map((language) => [language, said[`service-${language}`] ?? '']),
  );
  return { ...one, service, purposes, categories, jointly };
}

/** Looks through the form before the library does, to say all that is wrong at once, in words. */
export function wrongIn(
  { words }: Visit,
  { party, purposes, categories, country, from, until, service, means }: Entered,
  allowed: Allowed,
  now: number,
): Wrong {
  const { wrong } = words.engage;
  const isAmong = (ticked: readonly string[], offered: readonly string[]) =>
    ticked.length > 0 && ticked.every((each) => offered.includes(each));
  const begins = from === '' ? now : dayOf(from);
  const ends = until === '' ? undefined : dayOf(until);
  const isLate = ends !== undefined && begins !== undefined && ends + DAY > Math.max(begins, now);
  return {
    ...(!/^[\x21-\x7e]{1,128}$/.test(party) && { party: wrong.party }),
    ...(!isAmong(purposes, allowed.purposes) && { purposes: wrong.purposes }),
    ...(!isAmong(categories, allowed.categories) && { categories: wrong.categories }),
    ...(!isCountry(country) && { country: wrong.country }),
    ...(begins === undefined && { from: wrong.from }),
    ...(until !== '' && !isLate && { until: wrong.until }),
    ...(Object.values(service).some((said) => said.length > 200) && { service: wrong.service }),
    ...(means.length > 16_000 && { means: wrong.means }),
  };
}

/** The same as the library takes it. */
export function agreed(entered: Entered, { as }: Allowed) {
  const { party, purposes, categories, country, jointly, from, until, service, means } = entered;
  const said = Object.entries(service).filter(([, words]) => words !== '');
  const last = dayOf(until);
  const first = dayOf(from);
  return {
    party: party as PartyId,
    as,
    purposes: [...new Set(purposes)],
    categories: [...new Set(categories)],
    country,
    ...(jointly.length > 0 && { jointly: jointly as ('platform' | PartyId)[] }),
    ...(first !== undefined && { from: first }),
    // Through the whole of its last day.
    ...(last !== undefined && { until: last + DAY }),
    ...(said.length > 0 && { service: Object.fromEntries(said) }),
    ...(means !== '' && { means }),
  };
}
