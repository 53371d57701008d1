import type { ParseArgsOptionsConfig } from 'node:util';
import type { Report } from '../report.ts';
import { type Given, readArguments } from './read.ts';

/** Where a command runs. Commands touch the process through this alone. */
export interface Place {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Shows a report before the command has ended; `start` does. */
  readonly say: (report: Omit<Report, 'found'>) => void;
  /** Tells how far something is, beside the report. */
  readonly tell: (text: string) => void;
  /** Resolves when the process is asked to stop, with how. Until it is called, being asked ends it. */
  readonly asked: () => Promise<string>;
}

/** What is written about a command, and what it does. */
interface Specification<O extends ParseArgsOptionsConfig, N extends readonly string[]> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Shown by `avow help <command>`. Its first line is the usage. */
  readonly help: string;
  /** The names of the operands, in order; one that ends in `?` may be left out. */
  readonly operands: N;
  readonly options: O;
  readonly run: (given: Given<O, N>, place: Place) => Promise<Report>;
}

export type Command = Pick<Specification<never, never>, 'name' | 'summary' | 'help'> & {
  readonly run: (args: readonly string[], place: Place) => Promise<Report>;
};

/** A command that gets its arguments read and typed by its own options. */
export function command<const O extends ParseArgsOptionsConfig, const N extends readonly string[]>(
  specification: Specification<O, N>,
): Command {
  const { name, summary, help } = specification;
  const run = async (args: readonly string[], place: Place) =>
    specification.run(readArguments(args, specification), place);
  return { name, summary, help, run };
}
