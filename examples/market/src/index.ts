/** The market as one thing: Avow, the shop on top of it, and the server for both. */
export {
  type Harbour,
  type HarbourOptions,
  openHarbour,
  type Places,
  placesIn,
} from './harbour.ts';
export { partnersBeside } from './partners/beside.ts';
export type { Company } from './partners/processes.ts';
