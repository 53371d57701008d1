import type { Words } from '@avow/policy';
import type { Clock } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asEngagementId, asPartyId } from '../door/ids.ts';
import type { Parties } from '../face/parties.ts';
import type { Rounds } from '../notices/rounds.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { engagementsOf } from '../register/engagement.ts';
import { readNow } from '../rows/reading.ts';
import { dutiesWith } from './duties.ts';
import { end } from './end.ts';
import { engage } from './engage.ts';
import { engagementsTold, engagingOf } from './engagement.ts';
import { everyoneIn } from './everyone.ts';
import { partyKeysWith } from './keys.ts';
import { remindersOf } from './remind.ts';
import { standingWith } from './standing.ts';
import { partyViolationsWith } from './violations.ts';

/** Who is engaged by the platform, as what, for what, until when; and the rounds that remind them. */
export function partiesOf(
  deployment: Deployment,
  clock: Clock,
): { readonly parties: Parties<Words>; readonly reminders: Rounds } {
  const words = () => deployment.policy.current().policy.vocabulary;
  const newest = withNewestWords(deployment.policy);
  const reminders = remindersOf(deployment, clock);
  return {
    reminders,
    parties: {
      engage: newest(async (what) => engage(deployment, engagingOf(what, words()), what)),

      async end(what) {
        const ended = await end(
          deployment,
          asPartyId(what.party),
          asEngagementId(what.engagement),
          what,
        );
        reminders.soon();
        return ended;
      },

      async list(party) {
        const id = asPartyId(party);
        const rows = await readNow(deployment.vault, engagementsOf(id));
        return engagementsTold(id, rows.of(engagementsOf(id)));
      },

      ...standingWith(deployment),
      ...partyKeysWith(deployment),
      ...partyViolationsWith(deployment),
      ...dutiesWith(deployment),
      ...everyoneIn(deployment.vault),
      remind: () => reminders.now(),
    },
  };
}
