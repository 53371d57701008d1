import type { Clock } from '@avow/vault';
import { actions, purposes } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import type { PersonId } from '../../face/ids.ts';
import type { Mailing } from '../../mailing/mailing.ts';
import { sendTo } from '../../mailing/send.ts';
import { type Rounds, roundsOf } from '../../notices/rounds.ts';
import { acceptanceFrom, acceptanceOf } from '../../register/acceptance.ts';
import { toldTo } from '../../register/desk/telling.ts';
import { mailsOwed, TOLD_BY_MAIL, tellingOf } from '../../register/desk/telling-mail.ts';
import { isDue } from '../../register/mailed.ts';
import type { TellingWay } from './way.ts';

const PAGE = 100;
const PER_MINUTE = 600;
/** After so many in a row whom the mail server did not take now, it is left alone until the next round. */
const ENOUGH = 3;

/**
 * Writes to those who were told something at the desk. Who waits is found by an index, since they are few among
 * many; so a round looks every minute, and whatever process told them, some process writes.
 */
export function tellingRounds(deployment: Deployment, clock: Clock): Rounds {
  const { vault, policy, tellings: way } = deployment;

  async function round(isStopped: () => boolean) {
    if (way === undefined) return { tried: 0, isOver: true };
    const { mail, perMinute = PER_MINUTE } = way;
    let tried = 0;
    let turnedAway = 0;
    for (let after: string | undefined; ; ) {
      const rows = (await vault.read([mailsOwed(PAGE, after)]))[0]!;
      for (const row of rows) {
        if (isStopped() || tried >= perMinute || turnedAway >= ENOUGH)
          return { tried, isOver: false };
        if (row.person === null || !isDue(row, policy.moment())) continue;
        const mailing = mailingOf(deployment, way, tellingOf(row));
        const sent = await sendTo(deployment, mail, mailing, row.person as PersonId);
        if (sent !== 'passed') tried += 1;
        turnedAway = sent === 'waiting' ? turnedAway + 1 : 0;
      }
      if (rows.length < PAGE) return { tried, isOver: false };
      after = rows.at(-1)!.id;
    }
  }

  return roundsOf(round, clock, 'telling people of disclosures');
}

/** One telling as a message, to whomever it is about. */
function mailingOf({ policy }: Deployment, way: TellingWay, telling: string): Mailing {
  const { address: category } = way;
  return {
    kind: TOLD_BY_MAIL,
    id: telling,
    asks: { action: actions.message, purpose: purposes.notice, category },
    reads: (person) => [acceptanceOf(person), toldTo(person)],
    concerns(rows, person) {
      if (!rows.of(toldTo(person)).some(({ id }) => id === telling)) return undefined;
      const [row] = rows.of(acceptanceOf(person));
      const [first = 'en'] = policy.current().policy.vocabulary.languages;
      // Whoever ended the agreement is told as well, in the language that they read it in.
      return row ? acceptanceFrom(row).language : first;
    },
    write: (language) => way.write(language),
  };
}
