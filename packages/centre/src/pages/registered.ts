import { html, type Markup, moment } from '@avow/server/look';
import type { Visit } from '../web/visit.ts';
import { orderName, registerWord } from './parties.ts';

/** Fields of a register that are points in time, in epoch milliseconds. */
const moments = [
  'opened',
  'performed',
  'asked',
  'at',
  'ends',
  'happened',
  'recorded',
  'until',
  'lifted',
];

/** Fields that are words of the platform's own. */
const noted = ['activity', 'rule', 'what'];

/**
 * What a register holds is an object, which the library hands over as JSON. For people it stands here field by
 * field, in words; undefined for everything else.
 */
export function registered(value: string, visit: Visit): Markup | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  return listed(fields, visit);
}

function listed(fields: object, visit: Visit): Markup {
  const { fields: names } = visit.words.registered;
  return html`<dl class="registered">${Object.entries(fields).map(
    ([name, held]) => html`<dt>${wordOf(names, name)}</dt><dd>${told(name, held, visit)}</dd>`,
  )}</dl>`;
}

function fieldsOf(value: string): object | undefined {
  if (!value.startsWith('{')) return undefined;
  try {
    return JSON.parse(value) as object;
  } catch {
    // Somebody wrote a brace: a value like any other.
    return undefined;
  }
}

function told(name: string, held: unknown, visit: Visit): Markup | string {
  if (typeof held === 'number' && moments.includes(name)) return moment(held, visit.language);
  if (name === 'order' && typeof held === 'string') return orderName(visit, held);
  if (name === 'state') return wordOf(visit.words.registered.states, String(held));
  if (noted.includes(name)) return registerWord(visit, String(held));
  return typeof held === 'object' && held !== null ? listed(held, visit) : String(held);
}

const wordOf = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;
