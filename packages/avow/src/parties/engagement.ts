import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import { classes } from '../conventions.ts';
import { asPartyId } from '../door/ids.ts';
import { country, LONGEST_VALUE, malformed, moment, text } from '../door/text.ts';
import { list, word, wordList } from '../door/words.ts';
import type { EngagementId } from '../face/ids.ts';
import type { Parties } from '../face/parties.ts';
import type { Engagement } from '../face/party.ts';
import { type EngagementRecord, engagementFrom } from '../register/engagement.ts';
import type { Engaging } from './engage.ts';

const LONGEST_SERVICE = 200;

/** A stored engagement as the platform meets it. */
export function engagementOf(party: string, record: EngagementRecord): Engagement<Words> {
  return {
    engagement: record.id as EngagementId,
    party: asPartyId(party),
    as: record.as,
    purposes: [...record.purposes],
    categories: [...record.categories],
    country: record.country,
    service: record.service ?? undefined,
    means: record.means ?? undefined,
    jointly: record.jointly?.map(withWhom),
    from: record.from,
    until: record.until ?? undefined,
    ended: record.ended ?? undefined,
  };
}

/** All engagements of a party, the newest beginning first. */
export function engagementsTold(party: string, rows: readonly EvidenceRow[]): Engagement<Words>[] {
  return rows
    .map((row) => engagementOf(party, engagementFrom(row)))
    .sort((a, b) => b.from - a.from || (a.engagement < b.engagement ? 1 : -1));
}

/** What is to be agreed with a party, as it came in, checked. */
export function engagingOf(what: Parameters<Parties<Words>['engage']>[0], words: Words): Engaging {
  const from = what.from === undefined ? undefined : moment('from', what.from);
  const until = what.until === undefined ? null : moment('until', what.until);
  if (until !== null && from !== undefined && until <= from) {
    throw malformed('until', 'must be after `from`');
  }
  const party = asPartyId(what.party);
  return {
    party,
    as: word('as', what.as, 'recipients', words),
    purposes: wordList('purposes', what.purposes, 'purposes', words).sort(),
    categories: wordList('categories', what.categories, 'categories', words).sort(),
    country: country('country', what.country),
    service: what.service === undefined ? null : inLanguages('service', what.service, words),
    means: what.means === undefined ? null : text('means', what.means, LONGEST_VALUE),
    jointly: what.jointly === undefined ? null : othersThan(party, what.jointly),
    from,
    until,
  };
}

/** A few words in some languages of the policy. */
function inLanguages(field: string, value: unknown, words: Words): Record<string, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    throw malformed(field, 'must be text by language');
  }
  return Object.fromEntries(
    Object.entries(value).map(([language, said]) => [
      word(field, language, 'languages', words),
      text(`${field}.${language}`, said, LONGEST_SERVICE),
    ]),
  );
}

/** With whom a party serves: nobody twice, and not itself. */
function othersThan(party: string, value: unknown): string[] {
  const named = list('jointly', value).map((each, at) => withWhom(each, at));
  if (new Set(named).size < named.length) throw malformed('jointly', 'must not name anybody twice');
  if (named.some((each) => each === party))
    throw malformed('jointly', 'must not name the party itself');
  return [...named].sort();
}

function withWhom(value: unknown, at = 0) {
  return value === classes.platform ? classes.platform : asPartyId(value, `jointly[${at}]`);
}
