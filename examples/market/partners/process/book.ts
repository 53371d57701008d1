import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision, Handed, Partner } from '@avow/partner';

/** What came of asking once: no value, so it may be kept. */
export interface Asked {
  readonly at: number;
  readonly disclosure: string;
  readonly order: string | undefined;
  readonly what: 'open' | 'read';
  readonly permitted: boolean;
  readonly sentence: string;
  readonly text: string | undefined;
}

/** What a partner was handed, sealed as it came, and what it asked about it. Nothing in it is readable. */
export interface Book {
  /** Everything that was ever handed over, the newest first; fetches what is new. */
  handed(): Promise<readonly Handed[]>;
  find(disclosure: string): Promise<Handed | undefined>;
  /** Notes what came of asking, and hands it through. */
  note<Value>(handed: Handed, what: Asked['what'], decided: Decision<Value>): Decision<Value>;
  /** Writes down that nothing is left to do about it, such as an order that is paid. */
  settle(handed: Handed): void;
  isSettled(handed: Handed): boolean;
  /** What was asked, the newest first. */
  asked(): readonly Asked[];
}

interface Kept {
  readonly handed: Record<string, Handed>;
  readonly asked: readonly Asked[];
  /** Absent in books of before. */
  readonly settled?: readonly string[];
}

/** How much of what was asked is kept. */
const most = 200;

export function openBook(folder: string, partner: Partner): Book {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'book.json');
  let kept: Kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Kept)
    : { handed: {}, asked: [] };

  return {
    async handed() {
      const known = Object.keys(kept.handed).length;
      for await (const each of partner.disclosures()) kept.handed[each.disclosure] = each;
      if (Object.keys(kept.handed).length > known) write();
      return Object.values(kept.handed).sort((a, b) => b.at - a.at);
    },
    async find(disclosure) {
      if (!Object.hasOwn(kept.handed, disclosure)) await this.handed();
      return Object.hasOwn(kept.handed, disclosure) ? kept.handed[disclosure] : undefined;
    },
    note({ disclosure, order }, what, decided) {
      const { at, permitted, sentence, text } = decided;
      const line = { at, disclosure, order, what, permitted, sentence, text };
      kept = { ...kept, asked: [line, ...kept.asked].slice(0, most) };
      write();
      return decided;
    },
    settle({ disclosure }) {
      kept = { ...kept, settled: [...(kept.settled ?? []), disclosure] };
      write();
    },
    isSettled: ({ disclosure }) => kept.settled?.includes(disclosure) ?? false,
    asked: () => kept.asked,
  };

  /** Whole or not at all: a process may end at any moment. */
  function write(): void {
    writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}
