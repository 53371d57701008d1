import { StartRefused } from '../deployment/program.ts';
import type { Anvil } from './blow.ts';

/** A start that fails must say by a code why. Anything else is no refusal. */
export function mustBeRefused({ findings, tally }: Anvil) {
  return (problem: unknown): void => {
    if (!(problem instanceof StartRefused)) throw problem;
    tally.refused += 1;
    if (problem.code === 'no code')
      findings.add(`a start is refused without a code: ${problem.message}`);
  };
}
