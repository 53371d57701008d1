import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** What must never be, and was. Written into the evidence folder as soon as it is found. */
export interface Findings {
  readonly all: readonly string[];
  /** A line of the diary, for whoever looks into what was found. */
  note(line: string): void;
  add(finding: string): void;
}

export function openFindings(folder: string): Findings {
  const all: string[] = [];
  const diary = join(folder, 'diary.txt');
  const began = performance.now();
  const note = (line: string): void => {
    appendFileSync(diary, `${((performance.now() - began) / 1000).toFixed(3)} ${line}\n`);
  };
  return {
    all,
    note,
    add(finding) {
      all.push(finding);
      note(`FOUND ${finding}`);
    },
  };
}
