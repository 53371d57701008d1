import { engagementsOf, newestEngagement } from '../register/engagement.ts';
import { personOf } from '../register/person.ts';
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
    const row = rows.of(personOf(asked.person))[0];
    const where = placeOf(rows, asked);
    if (row === undefined || where === undefined) return undefined;
    const collected = asked.words.regions[row.region]?.country;
    if (collected === undefined) return undefined;
    return where !== collected || where !== (row.country ?? collected);
  },
};

/** Where it goes, or undefined where nobody can know. */
function placeOf(rows: Rows, { to, party, user, country }: Asked): string | undefined {
  switch (to) {
    case 'person':
    case 'platform':
      return country;
    case 'party':
      return party && newestEngagement(rows, party)?.country;
    case 'user':
      return user && (rows.of(personOf(user))[0]?.country ?? country);
    case 'public':
      return undefined;
  }
}
