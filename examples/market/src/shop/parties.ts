import { asPartyId } from 'avow';

/** Carries goods: serves a buyer for as long as an order of theirs names it. */
export const carrier = asPartyId('Lantern-Post');

/** Would like to tell people of its workshops: gets nothing unless a person allowed just that. */
export const workshops = asPartyId('Gull-and-Quay');
