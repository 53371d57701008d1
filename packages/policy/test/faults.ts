import { PolicyError } from '../src/index.ts';

/** The faults that defining or reading throws, as `where: what`. */
export function faultsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof PolicyError)
      return error.faults.map(({ where, what }) => `${where}: ${what}`);
    throw error;
  }
  return [];
}
