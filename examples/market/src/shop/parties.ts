import { asPartyId } from 'avow';

/** Carries goods: serves a buyer for as long as an order of theirs names it. */
export const carrier = asPartyId('lantern-post');

/** Would like to tell people of its workshops: gets nothing unless a person allowed just that. */
export const workshops = asPartyId('gull-and-quay');

/** Deals in addresses. It has no engagement with the market, so it is unrelated to everyone. */
export const stranger = asPartyId('brightlist');
