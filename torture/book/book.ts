import { setTimeout } from 'node:timers/promises';
import type { Told } from '../asking/ask.ts';
import type { Findings } from './findings.ts';
import { type LogReader, readLog, type Source } from './log.ts';
import { newTally, type Tally } from './tally.ts';

/**
 * What was answered, and so must be found again: kept by whoever asked, from the answers alone. It
 * shares no line with the program.
 */
export interface Book {
  readonly findings: Findings;
  readonly log: LogReader;
  /** What is being counted now. */
  tally: Tally;
  /** The digest of the policy that the program puts in force by itself. */
  own: string;
  /** People whose erasure was answered. */
  readonly erased: string[];
  /** A request was answered; these are the entries that it must have left, and no more. */
  answered(what: string, classes: readonly string[], answer: Told): void;
  /** A request may have left these entries, and nobody will ever know. */
  unknown(classes: readonly string[]): void;
  /** Holds the log against all of it. */
  check(source: Source, vkey: string): Promise<void>;
}

/** How long an answered entry may take into the tree, while nothing else happens: milliseconds. */
const IN_TREE_MS = 20_000;

interface Owed {
  readonly what: string;
  readonly entry: string;
  readonly classes: readonly string[];
  /** The hash of the leaf that was promised, base64. */
  readonly leaf: string | undefined;
}

export function openBook(findings: Findings): Book {
  const sure = new Map<string, number>();
  const perhaps = new Map<string, number>();
  let owed: Owed[] = [];
  const log = readLog(() => book.own);

  const count = (counts: Map<string, number>, classes: readonly string[]): void => {
    for (const each of classes) counts.set(each, (counts.get(each) ?? 0) + 1);
  };

  async function readUntilPaid(source: Source, vkey: string): Promise<string | undefined> {
    const until = performance.now() + IN_TREE_MS;
    for (;;) {
      const wrong = await log.read(source, vkey);
      if (wrong !== undefined) return wrong;
      const isPaid = owed.every(({ entry }) => log.entries.has(entry));
      if (isPaid || performance.now() > until) return undefined;
      await setTimeout(20);
    }
  }

  function settle({ what, entry, classes, leaf }: Owed): void {
    const found = log.entries.get(entry);
    if (found === undefined)
      findings.add(`LOST: ${what} was answered; its entry ${entry} is not in the tree`);
    else if (!classes.includes(found.counted ?? '')) {
      findings.add(`${what} was answered; its entry ${entry} is of class ${found.counted}`);
    } else if (leaf !== undefined && leaf !== found.leaf) {
      findings.add(`${what}: the promised leaf of ${entry} is not the one in the tree`);
    }
  }

  function compare(): void {
    const counts = new Map<string, number>();
    for (const { counted } of log.entries.values()) {
      if (counted !== undefined) count(counts, [counted]);
    }
    for (const each of new Set([...counts.keys(), ...sure.keys()])) {
      const has = counts.get(each) ?? 0;
      const least = sure.get(each) ?? 0;
      const most = least + (perhaps.get(each) ?? 0);
      if (has < least)
        findings.add(`LOST: the log has ${has} of "${each}"; ${least} were answered`);
      if (has > most)
        findings.add(`the log has ${has} of "${each}"; at most ${most} were asked for`);
    }
  }

  const book: Book = {
    findings,
    log,
    tally: newTally(),
    own: '',
    erased: [],
    answered(what, classes, answer) {
      count(sure, classes);
      book.tally.acknowledged += 1;
      const { entry, promise } = answer;
      if (entry === undefined) return;
      const leaf = /^leaf (\S+)$/m.exec(promise ?? '')?.[1];
      owed.push({ what, entry, classes, leaf });
    },
    unknown: (classes) => count(perhaps, classes),
    async check(source, vkey) {
      const wrong = await readUntilPaid(source, vkey);
      if (wrong !== undefined) return findings.add(wrong);
      for (const each of owed) settle(each);
      owed = [];
      compare();
    },
  };
  return book;
}
