import type { Phrases } from './phrases.ts';

const and = (items: readonly string[]) => items.join('、');
const or = (items: readonly string[]) =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join('、')}或${items[items.length - 1]}`;
const holding = (facts: readonly string[]) => facts.join('且');
const when = (facts: readonly string[]) => (facts.length === 0 ? '' : `当${holding(facts)}时，`);

/** A word behind another, with a space where it begins with a Latin letter or a figure. */
const beside = (before: string, after: string) =>
  `${before}${/^[\p{Script=Latin}\d]/u.test(after) ? ' ' : ''}${after}`;

export const chinese: Phrases = {
  act: ({ actions, categories, recipients, purposes }) =>
    `${beside(or(actions), and(categories))}（接收方：${or(recipients)}；目的：${or(purposes)}）`,
  anything: {
    actions: '以任何方式处理',
    categories: '任何信息',
    recipients: '任何人',
    purposes: '任何目的',
  },
  and: holding,
  or,
  list: and,
  condition: (required, exception) => {
    if (required === undefined && exception === undefined) return '任何情形';
    if (exception === undefined) return `当${required}时`;
    return required === undefined ? `除非${exception}` : `当${required}时，除非${exception}`;
  },
  group: (text) => `（${text}）`,
  not: (clause) => `“${clause}”不成立`,
  unknown: (clause) => `尚不能确定“${clause}”是否成立`,
  always: '任何情形',
  never: '任何情形均不成立',

  permitted: (act) => `准许：${act}。`,
  refused: (act) => `拒绝：${act}。`,
  counterexample: (act, sentence, facts) =>
    facts.length === 0
      ? `第 ${sentence} 句准许：${act}，即使没有任何事实成立。`
      : `第 ${sentence} 句准许：${act}，只要${holding(facts)}，而无其他事实成立。`,

  difference: {
    possible: (act, facts) => `新增：${when(facts)}可以${act}。`,
    wider: (act, facts) => `放宽：${when(facts) || '无须条件，'}也可以${act}。`,
    narrower: (act, facts) => `收紧：${when(facts) || '无条件时，'}不再可以${act}。`,
    impossible: (act, facts) =>
      `取消：任何情形下都不再可以${act}${facts.length === 0 ? '' : `（此前：${holding(facts)}时可以）`}。`,
    kept: (categories, before, after) =>
      `保存期限改为${after}（此前：${before}）：${and(categories)}。`,
    unbounded: '未载明期限',
    retention: (days, from) => `自${from === 'collection' ? '收集' : '服务结束'}之日起 ${days} 天`,
    dutyGone: (duty) => `不再承担的义务：${duty}。`,
    dutyNew: (duty) => `新承担的义务：${duty}。`,
    dutyLater: (duty) => `义务的履行可以更晚，或取决于其他事件：${duty}。`,
    dutySooner: (duty) => `义务的履行提前：${duty}。`,
    dutyLooser: (duty) => `履行义务所依据的限额提高或取消：${duty}。`,
    dutyStricter: (duty) => `履行义务所依据的限额降低或新增：${duty}。`,
    evidenceLooser: (fact) => `认定以下事实的要求降低：${fact}。`,
    evidenceStricter: (fact) => `认定以下事实的要求提高：${fact}。`,
    dutyDropped: (duty, act) => `不再随之承担义务：${duty}（${act}）。`,
    promiseGone: (sentence, promise) => `取消的承诺（原第 ${sentence} 句）：${promise}`,
    promiseLess: (sentence, act) => `缩小的承诺（原第 ${sentence} 句），不再涵盖：${act}。`,
    recipientNew: (recipient) => `新增接收方：${recipient}。`,
    recipientGone: (recipient) => `不再是接收方：${recipient}。`,
    regionNew: (region) => `新增地区：${region}。`,
    publicNew: (category) => `今后公开，查阅无须判定：${category}。`,
    publicGone: (category) => `不再公开：${category}。`,
    onlineNew: (category) => `今后接收方只能经由我们逐次查看：${category}。`,
    onlineGone: (category) => `接收方不再限于经由我们逐次查看：${category}。`,
    regionGone: (region) => `不再使用的地区：${region}。`,
    cookie: {
      'cookie-new': ({ name, label, purpose }) =>
        `新增 Cookie（${purpose}）：${name}（${label}）。`,
      'cookie-other': ({ name, label, purpose }) =>
        `Cookie 的目的、设置者或可读取者变更：${name}（${label}；${purpose}）。`,
      'cookie-longer': ({ name, label }) => `Cookie 有效期延长：${name}（${label}）。`,
      'cookie-shorter': ({ name, label }) => `Cookie 有效期缩短：${name}（${label}）。`,
      'cookie-gone': ({ name, label }) => `不再使用的 Cookie：${name}（${label}）。`,
    },
  },

  page: {
    access: '谁可以接触',
    disclosure: '何时披露',
    recipient: '何人',
    information: '何种信息',
    purpose: '何种目的',
    condition: '何种情形',
    sentence: '依据',
    cookies: '有哪些 Cookie',
    cookie: 'Cookie',
    setBy: '设置者',
    life: '有效期',
    lives: (days) => (days === undefined ? '至浏览器关闭' : `${days} 天`),
    nothing: '从不。',
    separate: '本部分为我们自行补充的内容。',
    contents: '目录',
    laws: (named) => `法律提示：${named}`,
    marks: {
      'as-written': '原文即可',
      'with-a-safeguard': '附保障措施',
      'your-decision-needed': '需由您决定',
    },
  },
};
