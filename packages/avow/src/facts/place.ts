import { engagementsOf, newestEngagement } from '../register/engagement.ts';
import { personOf } from '../register/person.ts';
import { regionOfParty } from '../register/region.ts';
import type { Rows } from '../rows/reading.ts';
import type { Asked, FactProvider } from './provider.ts';

/**
 * The place where it is kept, read or received lies outside the person's country or the country of
 * collection. Who states no country is taken to be where their data is collected.
 */
export const place: FactProvider = {
  reads: ({ person, party, user }) => [
    personOf(person),
    ...(user ? [personOf(user)] : []),
    ...(party ? [engagementsOf(party)] : []),
  ],
  judge(rows, asked) {
    const way = wayOf(rows, asked);
    return way && way.origins.length > 0;
  },
};

/** Out of which countries something goes, and into which. */
export interface Way {
  /** The person's country and that of collection, as far as it leaves them. */
  readonly origins: readonly string[];
  readonly collected: string;
  readonly destination: string;
}

/** The way of what is asked about, or undefined where nobody can know. Needs the reads of `place`. */
export function wayOf(rows: Rows, asked: Asked): Way | undefined {
  const row = rows.of(personOf(asked.person))[0];
  const destination = placeOf(rows, asked);
  if (row === undefined || destination === undefined) return undefined;
  const { regions } = asked.words;
  const collected = Object.hasOwn(regions, row.region) ? regions[row.region]?.country : undefined;
  if (collected === undefined) return undefined;
  const origins = new Set([row.country ?? collected, collected]);
  origins.delete(destination);
  return { origins: [...origins], collected, destination };
}

/** Where it goes, or undefined where nobody can know. */
function placeOf(rows: Rows, { to, party, user, country, words }: Asked): string | undefined {
  switch (to) {
    case 'person':
    case 'platform':
    case 'staff':
      return country;
    case 'party':
      return (
        party && (regionOfParty(party, words)?.country ?? newestEngagement(rows, party)?.country)
      );
    case 'user':
      return user && (rows.of(personOf(user))[0]?.country ?? country);
    case 'public':
      return undefined;
  }
}
