import type { Command, Place } from './arguments/command.ts';
import { UsageError } from './arguments/usage.ts';
import { commands } from './commands/index.ts';
import { told } from './fault.ts';
import { overview } from './help.ts';
import { oldNode } from './node.ts';
import { type Exit, exits, type Report } from './report.ts';
import { medium } from './terminal.ts';
import { version as ours } from './version.ts';
import { print } from './words/print.ts';

/** Carries out one command line. Resolves to the exit code, once everything is said. */
export async function main(args: readonly string[]): Promise<Exit> {
  const { words, json, help, version } = taken(args);
  try {
    if (version) return answer(ours());
    const unfit = oldNode(process.versions.node, `${process.platform}-${process.arch}`);
    if (unfit !== undefined) throw new UsageError(unfit);
    const [name, ...rest] = words[0] === 'help' ? words.slice(1, 2) : words;
    if (name === undefined) return answer(overview(commands));
    const command = named(name);
    if (help || words[0] === 'help') return answer(command.help);
    return await carryOut(command, rest, json);
  } catch (fault) {
    process.stderr.write(json ? `${JSON.stringify(told(fault))}\n` : inWords(fault));
    return exits.nothing;
  }
}

async function carryOut(command: Command, args: readonly string[], json: boolean): Promise<Exit> {
  const say = (report: Omit<Report, 'found'>): void => {
    process.stdout.write(
      json ? `${JSON.stringify(report.data)}\n` : print(report.page, medium(process.stdout)),
    );
  };
  const report = await command.run(args, { ...place, say });
  say(report);
  return report.found ? exits.found : exits.fine;
}

const place: Omit<Place, 'say'> = {
  folder: process.cwd(),
  // A variable that is set to nothing says nothing.
  environment: Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
  tell: (text) => void process.stderr.write(`${text}\n`),
  // Once: asked a second time the process ends at once, as anyone who presses ^C twice expects.
  asked: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve('SIGINT'));
      process.once('SIGTERM', () => resolve('SIGTERM'));
    }),
};

/** Takes out the options that every command has. After `--` nothing is an option. */
function taken(args: readonly string[]) {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const has = (...names: readonly string[]) => before.some((argument) => names.includes(argument));
  const common = ['--json', '--help', '-h', '--version'];
  return {
    words: [
      ...before.filter((argument) => !common.includes(argument)),
      ...args.slice(before.length),
    ],
    json: has('--json'),
    help: has('--help', '-h'),
    version: has('--version'),
  };
}

function named(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const names = commands.map((candidate) => candidate.name).join(', ');
  throw new UsageError(`There is no command "${name}". There are ${names}.`);
}

function answer(text: string): Exit {
  process.stdout.write(`${text.trimEnd()}\n`);
  return exits.fine;
}

function inWords(fault: unknown): string {
  const { message, code } = told(fault).fault;
  // Whoever mistyped a word needs no code to look up.
  const named = code === undefined || fault instanceof UsageError ? '' : `\n      (${code})`;
  return `avow: ${message}${named}\n`;
}
