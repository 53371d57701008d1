import type { Deployment } from '../deployment.ts';
import { malformed, text } from '../door/text.ts';
import type { CampaignText, NewCampaign } from '../face/campaigns.ts';
import { AvowError } from '../fault.ts';
import { LONGEST_NAME } from '../interests/own.ts';
import { textsOf } from './text.ts';

/** What a campaign is made of, as its row has it. */
export interface Said {
  readonly texts: Readonly<Record<string, CampaignText>>;
  readonly interest: string | null;
  readonly until: number | null;
}

/** What somebody wants a campaign to say, checked word by word. */
export function saidOf({ policy, interests }: Deployment, what: NewCampaign): Said {
  const texts = textsOf(what.texts, policy.current().policy.vocabulary);
  const interest =
    what.interest === undefined ? null : text('interest', what.interest, LONGEST_NAME);
  if (interest !== null && interests && !Object.hasOwn(interests.words, interest)) {
    throw new AvowError('AVOW_NOT_FOUND', 'is no interest that there is', 'interest');
  }
  const { until = null } = what;
  if (until !== null && !Number.isSafeInteger(until)) {
    throw malformed('until', 'must be a moment in milliseconds since 1970');
  }
  return { texts, interest, until };
}
