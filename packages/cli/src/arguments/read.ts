import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>['values'];

/** Operands by their names in order; one whose name ends in `?` may be absent. */
type Operands<N extends readonly string[]> = {
  readonly [K in keyof N]: N[K] extends `${string}?` ? string | undefined : string;
};

/** The arguments of a command: its options by name, its operands in order. */
export interface Given<O extends ParseArgsOptionsConfig, N extends readonly string[]> {
  readonly options: Parsed<O>;
  readonly operands: Operands<N>;
}

/**
 * Reads arguments by a command's own table of them. An unknown option, an option without its value,
 * an operand too few or too many: `UsageError`, which names it.
 */
export function readArguments<O extends ParseArgsOptionsConfig, N extends readonly string[]>(
  args: readonly string[],
  table: { readonly name: string; readonly operands: N; readonly options: O },
): Given<O, N> {
  const { values, positionals } = parsed(args, table.options);
  const missing = table.operands[positionals.length];
  if (missing !== undefined && !missing.endsWith('?')) {
    throw new UsageError(
      `${table.name} needs a <${missing}>; "avow help ${table.name}" tells more.`,
    );
  }
  const surplus = positionals[table.operands.length];
  if (surplus !== undefined) {
    throw new UsageError(`${table.name} does not know what to do with "${surplus}".`);
  }
  // Their number is as the names ask for it: that was just seen to.
  return { options: values, operands: positionals as unknown as Operands<N> };
}

function parsed<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    // Node's own message names the option; the advice that may follow is about its API, not about us.
    if (!(fault instanceof TypeError)) throw fault;
    throw new UsageError(`${fault.message.split('. ', 1)[0]}.`);
  }
}

/** An option that must be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`--${option} is missing.`);
  return value;
}

/** An option that takes one of a few words. */
export function oneOf<const W extends string>(
  value: string,
  words: readonly W[],
  option: string,
): W {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw new UsageError(`--${option} is one of ${words.join(', ')}; "${value}" is none of them.`);
  }
  return word;
}
