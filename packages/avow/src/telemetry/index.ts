/** How Avow counts and traces, for whoever builds on it: the server counts its requests by it. */
export { type Instruments, instrumentsOf, type Look } from './instruments.ts';
export {
  type AttributesOf,
  type Catalogue,
  counter,
  type Figure,
  gauge,
  histogram,
  type Metric,
  type Sample,
  seconds,
  total,
  updown,
} from './metric.ts';
