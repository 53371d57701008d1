import { describe, expect, test } from 'vitest';
import { bad, gap, heading, line, parts, table } from '../../src/words/page.ts';
import { print } from '../../src/words/print.ts';

const black = { columns: 40, paint: (text: string) => text };

describe('print', () => {
  test('sets columns by what is in them, numbers to the right, and wraps the last', () => {
    const page = [
      table([
        ['2.a', 12, '四句话 with a text that does not fit into what is left'],
        ['Preamble', 1288, 'short'],
      ]),
    ];
    expect(print(page, { ...black, columns: 44 })).toBe(
      [
        '  2.a          12  四句话 with a text that',
        '                   does not fit into what is',
        '                   left',
        '  Preamble  1,288  short',
        '',
      ].join('\n'),
    );
  });

  test('indents all that a long line is broken into', () => {
    const page = [line('a line that is longer than the forty columns of this', 4)];
    expect(print(page, black)).toBe(
      '    a line that is longer than the forty\n    columns of this\n',
    );
  });

  test('shows control characters instead of sending them to the terminal', () => {
    const forged = 'row \u001b[2J\u202e\nEverything holds.';
    expect(print([line(forged)], { ...black, columns: 80 })).toBe(
      'row \\u{1b}[2J\\u{202e}\\u{a}Everything holds.\n',
    );
  });

  test('paints without counting what the paint takes', () => {
    const red = { ...black, paint: (text: string) => `<${text}>` };
    const page = [
      table(
        [
          [bad('no'), 'x'],
          ['fine', 'y'],
        ],
        0,
      ),
    ];
    expect(print(page, red)).toBe('<no>    x\nfine  y\n');
  });

  test('parts stand a line apart, and an empty one leaves no trace', () => {
    const page = parts([heading('One')], [], [line('two'), gap]);
    expect(print(page, black)).toBe('One\n\ntwo\n\n');
  });
});
