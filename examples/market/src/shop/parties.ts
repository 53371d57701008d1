import { asPartyId } from 'avow';

/** Carries goods: serves a buyer for as long as an order of theirs names it. */
export const carrier = asPartyId('Lantern-Post');

/** Takes payments: serves a buyer from the order to its end. For trying out; no money moves. */
export const payment = asPartyId('Tally-House');

/** Would like to tell people of its workshops: gets nothing unless a person allowed just that. */
export const workshops = asPartyId('Gull-and-Quay');

/** A court and an office of the demonstration: what they order or law says is disclosed to them, nothing else. */
export const court = asPartyId('Harbour-Court');
export const revenue = asPartyId('Revenue-Office');
