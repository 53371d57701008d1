import type { Text } from '@avow/policy';
import type { Measured } from 'avow';
import { cite } from '../look/because.ts';
import { html, type Markup, none } from '../look/markup.ts';
import { moment } from '../look/moment.ts';

/** What is said of measures. A missing word does not compile. */
interface MeasureWords {
  readonly allHeld: (count: number) => string;
  readonly someFailed: (failed: number, count: number) => string;
  readonly states: Readonly<Record<Measured['state'], string>>;
  readonly limit: string;
  readonly promisedBy: string;
  readonly checkedAt: string;
}

const en: MeasureWords = {
  allHeld: (count) => `No measure fails; ${count} were checked`,
  someFailed: (failed, count) => `Not working: ${failed} of ${count} measures`,
  states: { held: 'works', failed: 'does not work', unknown: 'cannot be told' },
  limit: 'What it cannot do:',
  promisedBy: 'Promised by',
  checkedAt: 'Checked',
};

const zh: MeasureWords = {
  allHeld: (count) => `没有失效的措施；共检查 ${count} 项`,
  someFailed: (failed, count) => `${count} 项措施中有 ${failed} 项未生效`,
  states: { held: '有效', failed: '未生效', unknown: '无法判断' },
  limit: '局限：',
  promisedBy: '承诺见',
  checkedAt: '检查时间',
};

const marks = {
  held: 'mark mark-yes',
  failed: 'mark mark-no',
  unknown: 'mark',
} as const satisfies Record<Measured['state'], string>;

/** How measures are read: in which language, and where the policy stands that promises them. */
interface ReadMeasures {
  readonly language: string;
  readonly policy?: string;
}

/** Whether all measures work, and each with what it cannot do and what promises it, in the order they come in. */
export function measuresTold(found: readonly Measured[], how: ReadMeasures): Markup {
  return html`${verdict(found, how)}${found.map((each) => measure(each, how))}`;
}

const wordsIn = ({ language }: ReadMeasures): MeasureWords =>
  language.toLowerCase().startsWith('zh') ? zh : en;

function verdict(found: readonly Measured[], how: ReadMeasures): Markup {
  const words = wordsIn(how);
  const failed = found.filter(({ state }) => state === 'failed').length;
  const at = found[0]?.at;
  const says = failed === 0 ? words.allHeld(found.length) : words.someFailed(failed, found.length);
  return html`<p class="verdict${failed === 0 ? '' : ' verdict-failed'}" role="status"><strong>${says}</strong>${
    at === undefined
      ? none
      : html` <span class="quiet">${words.checkedAt} ${moment(at, how.language)}</span>`
  }</p>
`;
}

function measure(
  { id, state, title, says, limit, sentences }: Measured,
  how: ReadMeasures,
): Markup {
  const words = wordsIn(how);
  const inWords = (text: Text) => text[how.language] ?? text['en'] ?? '';
  return html`<section class="measure measure-${state}" id="${id}"><h2>${inWords(title)}</h2>
<p><span class="${marks[state]}">${words.states[state]}</span> ${inWords(says)}</p>
<p class="small quiet"><strong>${words.limit}</strong> ${inWords(limit)}</p>
${
  sentences.length === 0
    ? none
    : html`<p class="small">${words.promisedBy} ${sentences.map((sentence) => html`${cite({ sentence, ...how })} `)}</p>`
}</section>
`;
}
