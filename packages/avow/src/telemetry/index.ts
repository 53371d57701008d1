/** How Avow counts and traces, for whoever builds on it: the server counts its requests by it. */
export { type Instruments, instrumentsOf, type Look } from './instruments.ts';
export {
  type AttributesOf,
  type Catalogue,
  type Figure,
  type Metric,
  type Sample,
  seconds,
} from './metric.ts';
