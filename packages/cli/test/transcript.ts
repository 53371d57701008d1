import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { told } from '@avow/vault/connection-string';

/** A command as it would be typed, and all that came of it. */
export interface Step {
  readonly command: string;
  /** Both streams, then `[exit code]` where it is not 0. */
  readonly output: readonly string[];
}

/** A readable session: where it is held, then commands after `$`, each with its output below it. */
export interface Transcript {
  readonly preface: readonly string[];
  readonly steps: readonly Step[];
}

export function parseTranscript(text: string): Transcript {
  const preface: string[] = [];
  const steps: { command: string; output: string[] }[] = [];
  for (const row of text.trimEnd().split('\n')) {
    if (row.startsWith('$ ')) steps.push({ command: row.slice(2), output: [] });
    else (steps.at(-1)?.output ?? preface).push(row);
  }
  return {
    preface,
    steps: steps.map(({ command, output }) => ({ command, output: trimmed(output) })),
  };
}

export function formatTranscript({ preface, steps }: Transcript): string {
  const blocks = steps.map(({ command, output }) => [`$ ${command}`, ...output].join('\n'));
  return `${[trimmed(preface).join('\n'), ...blocks].join('\n\n')}\n`;
}

/** Where a transcript is held. */
export interface Place {
  readonly folder: string;
  /** A folder of its own, `$TMP` to its commands. */
  readonly scratch: string;
  readonly path: string;
  /** Empty databases by the names that the commands have them by. */
  readonly databases: Readonly<Record<string, string>>;
}

/** Runs one command in a shell, as a person would. Durations and the scratch folder are made the same everywhere. */
export async function carryOut(command: string, place: Place): Promise<Step> {
  const environment = {
    PATH: place.path,
    HOME: place.scratch,
    TMP: place.scratch,
    ...place.databases,
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  };
  const { output, code } = await promisify(execFile)('/bin/sh', ['-c', `exec 2>&1; ${command}`], {
    cwd: place.folder,
    env: environment,
  }).then(
    ({ stdout }) => ({ output: stdout, code: 0 }),
    (fault: { stdout: string; code: number }) => ({ output: fault.stdout, code: fault.code }),
  );
  let named = output.replaceAll(place.scratch, '$TMP');
  for (const [name, url] of Object.entries(place.databases)) {
    named = named.replaceAll(told(url), `$${name}`);
  }
  const same = named.replace(/\b\d+(\.\d+)? m?s\b|(?<="milliseconds":)\d+/g, '<time>').split('\n');
  return { command, output: [...trimmed(same), ...(code === 0 ? [] : [`[${code}]`])] };
}

/** Whether a line is as expected; `[..]` in the expectation stands for anything. */
export function matches(expected: string, actual: string): boolean {
  const [head = '', ...rest] = expected.split('[..]');
  if (rest.length === 0) return expected === actual;
  const pattern = [head, ...rest].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(actual);
}

/** The actual lines, each as it was expected where it is as expected: so differences stand out alone. */
export function aligned(expected: readonly string[], actual: readonly string[]): readonly string[] {
  return actual.map((row, index) => {
    const wanted = expected[index];
    return wanted !== undefined && matches(wanted, row) ? wanted : row;
  });
}

function trimmed(rows: readonly string[]): string[] {
  const from = rows.findIndex((row) => row !== '');
  const to = rows.findLastIndex((row) => row !== '');
  return from < 0 ? [] : rows.slice(from, to + 1);
}
