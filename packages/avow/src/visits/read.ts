import { isIP } from 'node:net';
import { retentionOf, type Words } from '@avow/policy';
import { malformed, moment, text } from '../door/text.ts';
import { list } from '../door/words.ts';
import type { Visit } from '../face/visits.ts';
import { listOf } from './list.ts';
import { pageOf } from './page.ts';

/** Longest words about a browser and its machine: a whole user agent does not fit. */
const LONGEST_KIND = 64;
const DAY = 24 * 3_600_000;

/** A visit that was checked: values by category. `at`: when it was, if it says so. */
interface ReadVisit {
  readonly values: ReadonlyMap<string, string>;
  readonly at: number | undefined;
}

export interface ReadVisits {
  readonly visits: readonly ReadVisit[];
  /** Names of the fields that the list does not have, as they came. */
  readonly dropped: readonly string[];
}

/** Reads visits as they came: what the list names is held to what it must be, the rest left out. */
export function readVisits(given: unknown, words: Words): ReadVisits {
  const listed = listOf(words);
  const dropped: string[] = [];
  const visits = list('visits', given).map((visit, at): ReadVisit => {
    const field = `visits[${at}]`;
    if (typeof visit !== 'object' || visit === null || Array.isArray(visit)) {
      throw malformed(field, 'must be values by name');
    }
    const values = new Map<string, string>();
    let when: number | undefined;
    for (const [name, value] of Object.entries(visit as Visit)) {
      if (value === undefined) continue;
      const category = listed.get(name);
      if (category === undefined) dropped.push(name);
      else if (name === 'time') when = moment(`${field}.time`, value);
      else values.set(category, checked(`${field}.${name}`, name, value));
    }
    return { values, at: when };
  });
  return { visits, dropped };
}

/** Holds the times of visits against the moment at which they are recorded. */
export function checkTimes({ visits }: ReadVisits, words: Words, now: number): void {
  const category = listOf(words).get('time');
  const kept = words.retentions[(category && retentionOf(words, category)) ?? ''];
  for (const [index, { at }] of visits.entries()) {
    if (at === undefined) continue;
    const field = `visits[${index}].time`;
    if (at > now) throw malformed(field, 'must not lie in the future');
    if (kept?.from === 'collection' && at <= now - kept.days * DAY) {
      throw malformed(field, 'must not lie further back than visits are kept');
    }
  }
}

function checked(field: string, name: string, value: unknown): string {
  switch (name) {
    case 'ip':
      return addressOf(field, value);
    case 'language':
      return languageOf(field, value);
    case 'page':
      return pageOf(field, value);
    // What else the list has, or a later version adds, is a word or two.
    default:
      return text(field, value, LONGEST_KIND);
  }
}

function addressOf(field: string, value: unknown): string {
  const given = text(field, value, LONGEST_KIND).toLowerCase();
  // IPv4 as IPv4, also where it came in over a socket of IPv6; a zone means something on one machine only.
  const plain = given.replace(/^::ffff:(?=[\d.]+$)/, '').split('%', 1)[0] ?? '';
  if (isIP(plain) === 0) throw malformed(field, 'must be an IP address');
  return plain;
}

function languageOf(field: string, value: unknown): string {
  const given = text(field, value, LONGEST_KIND);
  if (given.length <= 35 && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(given)) return given;
  throw malformed(field, 'must be a language (BCP 47)');
}
