import type { Interest, PersonId } from 'avow';
import type { Market } from '../market.ts';
import { isKind, type Kind, kindOf, thingAt } from './kinds.ts';
import type { Listing } from './listings.ts';

const MOST = 4;
const MINUTE = 60_000;
/** What 2.c.4 speaks of: by interests we choose what to show. */
const question = { purpose: 'marketing.own', categories: ['interest'] } as const;
/** What personal service is here; off is off for both. */
const purposes = ['marketing.own', 'service.personal'] as const;

/** A thing that was chosen for somebody, and why. */
export interface Chosen {
  readonly listing: Listing;
  readonly kind: Kind;
  /** The thing that they looked at; undefined: they said so themself. */
  readonly lookedAt: Listing | undefined;
}

/**
 * What is chosen for somebody by their interests, which a decision opens; undefined where they may not be used.
 * What they looked at and what is theirs is left out: they know it.
 */
export async function chosenFor(market: Market, person: PersonId) {
  const { avow, listings } = market;
  // On no record, so that whoever switched it off is not asked about at each page.
  if (!(await avow.preview('use', { ...question, person })).permitted) return undefined;
  await avow.interests.derive({ person, every: MINUTE });
  const used = await avow.interests.use({ person, purpose: question.purpose });
  if (!used.permitted) return undefined;
  const seen = new Set(
    used.value.interests.flatMap((each) => pagesOf(market, each)).map(({ id }) => id),
  );
  const offered = listings.offered().filter(({ id, seller }) => seller !== person && !seen.has(id));
  const chosen = used.value.interests.flatMap((interest): Chosen[] => {
    const kind = interest.interest;
    if (!isKind(kind)) return [];
    const [lookedAt] = pagesOf(market, interest);
    return offered
      .filter((listing) => kindOf(listing) === kind)
      .map((listing) => ({ listing, kind, lookedAt }));
  });
  return { chosen: chosen.slice(0, MOST), sentence: used.sentence };
}

/** The things that somebody looked at, by what speaks of an interest, the last first. */
const pagesOf = ({ listings }: Market, { because }: Interest): Listing[] =>
  because.flatMap((each) => (each.from === 'page' ? (thingAt(listings, each.page) ?? []) : []));

/** Ends personal service: nothing is chosen, and nothing more derived, from the moment this returns. */
export const switchOff = ({ avow }: Market, person: PersonId, language: string) =>
  avow.consents.refuse({
    ...{ person, party: 'platform', action: 'use', language },
    ...{ purposes, categories: question.categories },
  });
