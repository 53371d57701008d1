import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asEngagementId, asPartyId } from '../door/ids.ts';
import { country, LONGEST_VALUE, malformed, moment, text } from '../door/text.ts';
import { word, wordList } from '../door/words.ts';
import type { EngagementId } from '../face/ids.ts';
import type { Engagement, Parties } from '../face/parties.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { type EngagementRecord, engagementFrom, engagementsOf } from '../register/engagement.ts';
import { readNow } from '../rows/reading.ts';
import { end } from './end.ts';
import { type Engaging, engage } from './engage.ts';

/** Who is engaged by the platform, as what, for what, until when. */
export function partiesOf(deployment: Deployment): Parties<Words> {
  const words = () => deployment.policy.current().policy.vocabulary;
  const newest = withNewestWords(deployment.policy);
  return {
    engage: newest(async (what) => engage(deployment, engagingOf(what, words()), what)),
    end: async (what) =>
      end(deployment, asPartyId(what.party), asEngagementId(what.engagement), what),

    async list(party) {
      const id = asPartyId(party);
      const rows = (await readNow(deployment.vault, engagementsOf(id))).of(engagementsOf(id));
      return rows
        .map((row) => engagementOf(id, engagementFrom(row)))
        .sort((a, b) => b.from - a.from || (a.engagement < b.engagement ? 1 : -1));
    },
  };
}

/** A stored engagement as the platform meets it. */
export function engagementOf(party: string, record: EngagementRecord): Engagement<Words> {
  return {
    engagement: record.id as EngagementId,
    party: asPartyId(party),
    as: record.as,
    purposes: [...record.purposes],
    categories: [...record.categories],
    country: record.country,
    means: record.means ?? undefined,
    from: record.from,
    until: record.until ?? undefined,
    ended: record.ended ?? undefined,
  };
}

function engagingOf(what: Parameters<Parties<Words>['engage']>[0], words: Words): Engaging {
  const from = what.from === undefined ? undefined : moment('from', what.from);
  const until = what.until === undefined ? null : moment('until', what.until);
  if (until !== null && from !== undefined && until <= from) {
    throw malformed('until', 'must be after `from`');
  }
  return {
    party: asPartyId(what.party),
    as: word('as', what.as, 'recipients', words),
    purposes: wordList('purposes', what.purposes, 'purposes', words).sort(),
    categories: wordList('categories', what.categories, 'categories', words).sort(),
    country: country('country', what.country),
    means: what.means === undefined ? null : text('means', what.means, LONGEST_VALUE),
    from,
    until,
  };
}
