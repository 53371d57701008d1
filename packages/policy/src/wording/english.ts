import type { Phrases } from './phrases.ts';

const series = (items: readonly string[], last: string): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;

const and = (items: readonly string[]) => series(items, 'and');
const or = (items: readonly string[]) => series(items, 'or');
const when = (facts: readonly string[]) => (facts.length === 0 ? '' : ` when ${and(facts)}`);

export const english: Phrases = {
  act: ({ actions, categories, recipients, purposes }) =>
    `${or(actions)} ${and(categories)} (recipient: ${or(recipients)}; purpose: ${or(purposes)})`,
  anything: {
    actions: 'do anything with',
    categories: 'any information',
    recipients: 'anyone',
    purposes: 'any',
  },
  and,
  or,
  list: (items) => items.join(', '),
  condition: (required, exception) => {
    if (required === undefined && exception === undefined) return 'in every case';
    if (exception === undefined) return `if ${required}`;
    return required === undefined ? `unless ${exception}` : `if ${required}, unless ${exception}`;
  },
  group: (text) => `(${text})`,
  not: (clause) => `it is not so that ${clause}`,
  unknown: (clause) => `it is not known whether ${clause}`,
  always: 'in every case',
  never: 'in no case',

  permitted: (act) => `Permitted: ${act}.`,
  refused: (act) => `Refused: ${act}.`,
  counterexample: (act, sentence, facts) =>
    facts.length === 0
      ? `Sentence ${sentence} permits: ${act}, when nothing else is true.`
      : `Sentence ${sentence} permits: ${act}, when ${and(facts)}, and nothing else is true.`,

  difference: {
    possible: (act, facts) => `New: it becomes possible to ${act}${when(facts)}.`,
    wider: (act, facts) =>
      `More: it becomes possible to ${act} also${when(facts) || ' without condition'}.`,
    narrower: (act, facts) =>
      `Less: it is no longer possible to ${act}${when(facts) || ' without condition'}.`,
    impossible: (act, facts) =>
      `Gone: it is no longer possible in any case to ${act}${when(facts) && `; it was${when(facts)}`}.`,
    kept: (categories, before, after) =>
      `Kept for another time, ${after} (before: ${before}): ${and(categories)}.`,
    unbounded: 'with no stated end',
    retention: (days, from) =>
      `${days} days from ${from === 'collection' ? 'collection' : 'the end of the service'}`,
    dutyGone: (duty) => `No longer a duty: ${duty}.`,
    dutyNew: (duty) => `A new duty: ${duty}.`,
    dutyLater: (duty) => `A duty may be done later, or on another event: ${duty}.`,
    dutySooner: (duty) => `A duty is to be done sooner: ${duty}.`,
    dutyLooser: (duty) => `A limit that a duty is done by is higher, or gone: ${duty}.`,
    dutyStricter: (duty) => `A limit that a duty is done by is lower, or new: ${duty}.`,
    evidenceLooser: (fact) => `Less is asked before it counts as true: ${fact}.`,
    evidenceStricter: (fact) => `More is asked before it counts as true: ${fact}.`,
    dutyDropped: (duty, act) => `No longer owed: ${duty}, for: ${act}.`,
    promiseGone: (sentence, promise) => `A promise is gone (before: ${sentence}): ${promise}`,
    promiseLess: (sentence, act) =>
      `A promise is less (before: ${sentence}); it no longer covers: ${act}.`,
    recipientNew: (recipient) => `A new recipient: ${recipient}.`,
    recipientGone: (recipient) => `No longer a recipient: ${recipient}.`,
    regionNew: (region) => `A new region: ${region}.`,
    regionGone: (region) => `No longer a region: ${region}.`,
    publicNew: (category) => `Public from now on, and read without a decision: ${category}.`,
    publicGone: (category) => `No longer public: ${category}.`,
    onlineNew: (category) => `Read through us alone from now on, by whoever gets it: ${category}.`,
    onlineGone: (category) => `No longer read through us alone by whoever gets it: ${category}.`,
    cookie: {
      'cookie-new': ({ name, label, purpose }) => `A new cookie, ${purpose}: ${name} (${label}).`,
      'cookie-other': ({ name, label, purpose }) =>
        `A cookie serves another purpose, or others than before: ${name} (${label}; ${purpose}).`,
      'cookie-longer': ({ name, label }) => `A cookie lives longer: ${name} (${label}).`,
      'cookie-shorter': ({ name, label }) => `A cookie lives less long: ${name} (${label}).`,
      'cookie-gone': ({ name, label }) => `No longer a cookie: ${name} (${label}).`,
    },
  },

  page: {
    access: 'Who can access it',
    disclosure: 'When it is disclosed',
    recipient: 'Who',
    information: 'What',
    purpose: 'What for',
    condition: 'When',
    sentence: 'Sentence',
    cookies: 'Which cookies there are',
    cookie: 'Cookie',
    setBy: 'Set by',
    life: 'How long',
    lives: (days) => {
      if (days === undefined) return 'until the browser is closed';
      return days === 1 ? 'one day' : `${days} days`;
    },
    nothing: 'Never.',
    separate: 'This part is our own addition to the policy.',
    contents: 'Contents',
    laws: (named) => `Notes on the law: ${named}`,
    marks: {
      'as-written': 'as written',
      'with-a-safeguard': 'with a safeguard',
      'your-decision-needed': 'your decision needed',
    },
  },
};
