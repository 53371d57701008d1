import { describe, expect, it } from 'vitest';
import { keywordOf } from '../src/searches/keyword.ts';
import { shapeOf } from '../src/searches/shape.ts';

const shape = (given: string) => shapeOf(keywordOf(given));

describe('a search word is taken for a number that leads to somebody', () => {
  it.each([
    '13812345678',
    '+86 138-1234-5678',
    '138.1234.5678 teapot',
    '1 3 8 1 2 3 4 5 6 7 8',
    '1\u200b3\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8',
    '１３８１２３４５６７８',
    '①③⑧①②③④⑤⑥⑦⑧',
    '1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣',
    '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
    '١٣٨١٢٣٤٥٦٧٨',
    '१३८१२३४५६७८',
    '一三八一二三四五六七八',
    '幺三八 幺二三四 伍陆柒捌',
    '壹叁捌壹贰叁肆伍陆柒捌',
    'one three eight one two three four',
    'onethreeeightonetwothreefour',
    'yao san ba yi er san si',
    'double one triple three 45',
    'l38 I234 S OOO 8',
    '138a1b2c3d4e',
    'call 555-0199 of 20',
    '(020) 5555-0100',
    '%31%33%38%31%32%33%34',
  ])('%j', (given) => {
    expect(shape(given)).toMatch(/phone|identity/);
  });

  it.each([
    // The checksum of GB 11643 is right in these.
    '11010519491231002X',
    '11010519491231002x',
    '1101 0519 4912 3100 2X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '身份证11010519491231002X号',
    '110105491231002',
    'E12345678',
    'passport G 1234567',
    'EA 1234567',
    'C01X00T47',
    'AB123456',
  ])('of an identity: %j', (given) => {
    expect(shape(given)).toBe('identity');
  });
});

describe('a search word is taken for an e-mail address', () => {
  it.each([
    'mei@example.com',
    'MEI ＠ example . com',
    'mei﹫example.com',
    'm e i @ e x a m p l e . c o m',
    'mei at example dot com',
    'mei (at) example [dot] cn',
    'mei[at]example.com',
    'mei艾特example点com',
    'mei.lin gmail com',
    'meilin163点com',
    'meilin qq.com',
    'mei#example.com',
    'mei@localhost',
    '@meilin',
  ])('%j', (given) => {
    expect(shape(given)).toBe('address');
  });
});

describe('a search word is none of these', () => {
  it.each([
    'teapot',
    'old radio 1954',
    'iphone 15 pro',
    'canon eos 5d',
    '青花瓷 茶壶',
    '三国演义 第一版',
    'coat 42',
    'lego 10305',
    'stone age bone flute',
    'what is a kettle',
    '500 ml',
  ])('%j', (given) => {
    expect(shape(given)).toBeUndefined();
  });
});
