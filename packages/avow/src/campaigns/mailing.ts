import { actions, interestCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Campaign } from '../face/campaigns.ts';
import type { PersonId } from '../face/ids.ts';
import { keptOf } from '../interests/kept.ts';
import type { Mailing, Suiting } from '../mailing/mailing.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { CAMPAIGN_MAIL, campaignLock, campaignOf } from '../register/campaign.ts';
import { interestsOf } from '../register/interest.ts';
import { recordOf } from '../register/record.ts';
import type { Rows } from '../rows/reading.ts';
import { campaignLetter } from './letter.ts';
import { fieldsIn } from './text.ts';
import { tokenOf } from './token.ts';

/**
 * A campaign as a mailing: for everybody who ever accepted, so that those whom the policy refuses are counted by
 * the sentence that does; in the language in which they accepted.
 */
export function mailingOf(
  { vault, campaigns: way, interests }: Deployment,
  campaign: Campaign,
): Mailing {
  const { campaign: id, texts } = campaign;
  const suits = suitingOf(campaign);
  return {
    kind: CAMPAIGN_MAIL,
    id,
    asks: {
      action: actions.message,
      purpose: purposes.ownMarketing,
      category: way?.address ?? '',
    },
    locks: [campaignLock(id, 'shared')],
    reads: (person) => [campaignOf(id), acceptanceOf(person)],
    concerns(rows, person, now) {
      if (rows.of(campaignOf(id))[0]?.state !== 'running' || isPast(campaign, now))
        return undefined;
      const language = languageOf(rows, person);
      if (language === undefined) return undefined;
      return Object.hasOwn(texts, language) ? language : Object.keys(texts)[0];
    },
    ...(suits ? { suits } : {}),
    write(language, { row, values }) {
      if (way === undefined) throw new TypeError('nothing is written without a way to send it');
      const to = { token: tokenOf(vault, row), values };
      return campaignLetter(way, campaign, interests?.words ?? {}, language, to);
    },
  };
}

/** Whether its end has come. */
export function isPast({ until }: Campaign, now: number): boolean {
  return until !== undefined && now >= until;
}

/** In which language somebody accepted; undefined for who never did. */
function languageOf(rows: Rows, person: PersonId): string | undefined {
  const [acceptance] = rows.of(acceptanceOf(person));
  return acceptance === undefined || acceptance.state === 'declined'
    ? undefined
    : acceptanceFrom(acceptance).language;
}

/** The same, to count by: as though it ran, so that a pause shows who is still waiting. */
export function countedBy(deployment: Deployment, campaign: Campaign): Mailing {
  return {
    ...mailingOf(deployment, campaign),
    concerns: languageOf,
  };
}

/** What is asked besides, where it goes by an interest or tells the reader what is held of them. */
function suitingOf({ texts, interest }: Campaign): Suiting | undefined {
  const fields = fieldsIn(texts);
  if (interest === undefined && fields.length === 0) return undefined;
  const purpose = purposes.ownMarketing;
  return {
    questions: (person) => {
      const told = { action: actions.message, categories: fields, to: 'person' } as const;
      const chosen = {
        action: actions.use,
        categories: [interestCategory],
        to: 'platform',
      } as const;
      return [
        ...(fields.length === 0 ? [] : [{ ...told, person, purpose }]),
        ...(interest === undefined ? [] : [{ ...chosen, person, purpose }]),
      ];
    },
    reads: (person) => [
      ...(interest === undefined ? [] : [interestsOf(person)]),
      ...fields.map((category) => recordOf(person, category)),
    ],
    in(unit, person) {
      const kept = interest === undefined ? undefined : keptOf(unit, person);
      if (kept !== undefined && !kept.has(interest!)) return undefined;
      const held = fields.flatMap((category) => unit.rows.of(recordOf(person, category)));
      return {
        values: Object.fromEntries(
          held.map((row) => [row.category, Buffer.from(unit.seals.open(row)).toString('utf8')]),
        ),
        touched: [...held, ...[...(kept?.values() ?? [])].map(({ row }) => row)].map(
          ({ id }) => id,
        ),
      };
    },
  };
}
