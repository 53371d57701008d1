/** Digits that are written as words; those of one or two letters count only where they stand alone. */
const anywhere: Readonly<Record<string, string>> = {
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
};
const alone: Readonly<Record<string, string>> = {
  oh: '0',
  ling: '0',
  yi: '1',
  yao: '1',
  er: '2',
  san: '3',
  si: '4',
  wu: '5',
  liu: '6',
  qi: '7',
  ba: '8',
  jiu: '9',
};

/** Chinese figures, as they are read out and as they are written on bills. */
const figures: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['零〇洞', '0'],
    ['一幺壹弌', '1'],
    ['二两贰貳弍', '2'],
    ['三叁參弎', '3'],
    ['四肆', '4'],
    ['五伍', '5'],
    ['六陆陸', '6'],
    ['七柒拐', '7'],
    ['八捌', '8'],
    ['九玖勾', '9'],
  ].flatMap(([written = '', digit = '']) => [...written].map((each) => [each, digit])),
);

/**
 * A search word with everything that somebody may have meant as a digit written as one. Takes far too much
 * for a digit: a word that is not kept costs nothing, a number that is kept is somebody's.
 */
export function asDigits(keyword: string): string {
  return keyword
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/./gsu, (each) => figures[each] ?? each)
    .replace(/zero|one|two|three|four|five|six|seven|eight|nine/g, (word) => anywhere[word] ?? word)
    .replace(/\p{L}+/gu, (word) => (Object.hasOwn(alone, word) ? (alone[word] ?? word) : word))
    .replace(/(double|triple)\s*(\d)/g, (_, times, digit: string) =>
      digit.repeat(times === 'double' ? 2 : 3),
    )
    .replace(
      /(?<!\p{L})[oil|]+(?=[\p{P}\p{S}\s]*\d)|(?<=\d[\p{P}\p{S}\s]*)[oil|]+(?!\p{L})/gu,
      (letters) => letters.replaceAll('o', '0').replaceAll(/[il|]/g, '1'),
    );
}

/** The value of a digit of any script. Each has its ten in a row (Unicode, general category Nd). */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
