import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { EngineName } from './deployment/deployment.ts';

export interface Arguments {
  readonly seed: number;
  /** Words of the blows' names; none: all of them. */
  readonly only: readonly string[];
  readonly engines: readonly EngineName[];
  /** How often each blow falls; absent: as often as it says itself. */
  readonly rounds: number | undefined;
  /** Leave the folder, although nothing was found. */
  readonly keep: boolean;
}

/** Reads the command line. Throws with a sentence for whoever typed it. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      engine: { type: 'string', multiple: true, default: ['sqlite', 'postgres'] },
      rounds: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    seed: values.seed === undefined ? randomInt(2 ** 31) : number('seed', values.seed),
    only: values.only.flatMap((each) => each.split(',')),
    engines: values.engine.flatMap((each) => each.split(',')).map(engineOf),
    rounds: values.rounds === undefined ? undefined : number('rounds', values.rounds),
    keep: values.keep,
  };
}

function number(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`--${name} is a number; "${text}" is none`);
}

function engineOf(text: string): EngineName {
  if (text === 'sqlite' || text === 'postgres') return text;
  throw new Error(`--engine is sqlite or postgres; "${text}" is neither`);
}
