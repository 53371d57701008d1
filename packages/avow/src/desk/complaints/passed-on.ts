import type { Words } from '@avow/policy';

/** What a complaint passes on: the name, how to reach its author, and the claim, as far as a policy has them. */
const PASSED_ON = [
  ...['contact.name', 'contact.email', 'contact.phone'],
  ...['organisation.contact', 'claim'],
];

export function passedOn({ categories }: Words): string[] {
  return PASSED_ON.filter((each) => Object.hasOwn(categories, each)).sort();
}
