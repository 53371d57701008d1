import type { Day } from './cast.ts';

/** A contract with a party of some class, about a purpose. */
export const engage = (
  api: Day['api'],
  party: string,
  as: string,
  purpose: string,
  categories: readonly string[] = ['contact.name'],
) =>
  api.write('POST', `/v1/parties/${party}/engagements`, {
    as,
    purposes: [purpose],
    categories,
    country: 'CN',
  });
