import type { Visit } from '../../web/visit.ts';

/** A rule or a measure as the platform calls it; else as it is noted. */
export const registerWord = ({ place, language }: Visit, noted: string): string =>
  place.registerWord?.(noted, language) ?? noted;
