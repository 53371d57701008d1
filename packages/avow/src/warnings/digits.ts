/** A run of digits as somebody wrote it, and where. */
export interface Run {
  readonly digits: string;
  /** How many digits there are between separators. */
  readonly groups: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** A digit: a sign, a Chinese numeral, or a word of its own. */
const digit =
  /[0-9]|[零〇一二两三四五六七八九幺]|\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b/y;

/** What may stand between two digits of one number, spelled out too. Never a comma, colon or slash. */
const between = /[ ]?(?:[-.()·*_]|\b(?:dash|dot|hyphen|minus|space)\b|横|杠|点|空)?[ ]?[()]?/y;

const values: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((sign, value) => [sign, String(value)])),
  ...{ 〇: '0', 两: '2', 幺: '1', oh: '0' },
  ...Object.fromEntries(
    'zero one two three four five six seven eight nine'
      .split(' ')
      .map((word, value) => [word, String(value)]),
  ),
};

/** Runs of at least seven digits in a text that is plain and in small letters. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < text.length; ) {
    const run = isInWord(text, at) ? undefined : runAt(text, at);
    if (run && run.digits.length >= 7) runs.push(run);
    // What is no number is passed over whole: a part of it is none either.
    at = run ? run.end : at + 1;
  }
  return runs;
}

/** A digit within a word, as in a name of a thing, begins no number. */
function isInWord(text: string, at: number): boolean {
  return at > 0 && /[a-z0-9]/.test(text[at - 1] ?? '') && /[a-z0-9]/.test(text[at] ?? '');
}

function runAt(text: string, start: number): Run | undefined {
  let digits = '';
  const groups: number[] = [];
  let at = start;
  let end = start;
  let isApart = true;
  for (;;) {
    const found = match(digit, text, at);
    if (found === undefined) break;
    digits += values[found] ?? found;
    if (isApart) groups.push(1);
    else groups[groups.length - 1]! += 1;
    end = at + found.length;
    const gap = match(between, text, end) ?? '';
    isApart = gap !== '' || found.length > 1;
    at = end + gap.length;
  }
  return digits === '' ? undefined : { digits, groups, start, end };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
