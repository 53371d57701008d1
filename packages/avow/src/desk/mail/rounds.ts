import type { Clock } from '@avow/vault';
import { actions, purposes } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import type { PersonId } from '../../face/ids.ts';
import type { Mailing } from '../../mailing/mailing.ts';
import { sendTo } from '../../mailing/send.ts';
import { type Rounds, roundsOf } from '../../notices/rounds.ts';
import { acceptanceFrom, acceptanceOf } from '../../register/acceptance.ts';
import { askingsOf, caseIn, caseRow, deskRef, isGoingOn } from '../../register/desk/case.ts';
import { toldTo } from '../../register/desk/telling.ts';
import {
  aboutOf,
  CALLED_BY_MAIL,
  type DeskMail,
  mailsOwed,
  TOLD_BY_MAIL,
} from '../../register/desk/telling-mail.ts';
import { isDue } from '../../register/mailed.ts';
import { isErased, personOf } from '../../register/person.ts';
import { type Rows, readNow } from '../../rows/reading.ts';
import type { TellingWay } from './way.ts';

const PAGE = 100;
const PER_MINUTE = 600;
/** After so many in a row whom the mail server did not take now, it is left alone until the next round. */
const ENOUGH = 3;

/** Whoever is to be told by law is rather told twice than never. */
const urgent = { isUrgent: true } as const;

/** Those that wait; and those that were being sent when a process ended. */
const owed = (['waiting', 'sending'] as const).flatMap((state) =>
  ([TOLD_BY_MAIL, CALLED_BY_MAIL] as const).map((kind) => [kind, state] as const),
);

/**
 * Writes to those who were told something at the desk, or called into a case. Who waits is found by an index, since they are few among
 * many; so a round looks every minute, and whatever process told them, some process writes.
 */
export function tellingRounds(deployment: Deployment, clock: Clock): Rounds {
  const { vault, policy, tellings: way } = deployment;

  async function round(isStopped: () => boolean) {
    if (way === undefined) return { tried: 0, isOver: true };
    const { mail, perMinute = PER_MINUTE } = way;
    let tried = 0;
    let turnedAway = 0;
    for (const [kind, state] of owed) {
      for (let after: string | undefined; ; ) {
        const rows = (await vault.read([mailsOwed(kind, state, PAGE, after)]))[0]!;
        for (const row of rows) {
          if (isStopped() || tried >= perMinute || turnedAway >= ENOUGH)
            return { tried, isOver: false };
          if (row.person === null || !isDue(row, policy.moment(), urgent)) continue;
          const mailing = await mailings[kind](deployment, way, aboutOf(row));
          const sent = await sendTo(deployment, mail, mailing, row.person as PersonId);
          if (sent !== 'passed') tried += 1;
          turnedAway = sent === 'waiting' ? turnedAway + 1 : 0;
        }
        if (rows.length < PAGE) break;
        after = rows.at(-1)!.id;
      }
    }
    return { tried, isOver: false };
  }

  return roundsOf(round, clock, 'telling people of disclosures');
}

type MailingOf = (
  deployment: Deployment,
  way: TellingWay,
  about: string,
) => Mailing | Promise<Mailing>;

/** One telling, or one case, as a message to whomever it concerns. */
const mailings: Readonly<Record<DeskMail, MailingOf>> = {
  [TOLD_BY_MAIL]: (deployment, way, telling) => ({
    ...common(way, telling),
    kind: TOLD_BY_MAIL,
    reads: (person) => [acceptanceOf(person), toldTo(person)],
    concerns: (rows, person) =>
      rows.of(toldTo(person)).some(({ id }) => id === telling)
        ? languageOf(deployment, rows, person)
        : undefined,
    write: (language) => way.write(language),
  }),
  [CALLED_BY_MAIL]: async (deployment, way, inCase) => {
    const before = await readNow(deployment.vault, caseRow(inCase));
    const complainant = personOf(caseIn(before, inCase)?.row.person ?? '');
    return {
      ...common(way, inCase),
      kind: CALLED_BY_MAIL,
      reads: (person) => [acceptanceOf(person), askingsOf(person), caseRow(inCase), complainant],
      // What is over meanwhile, or goes with whoever complained, they can answer no more.
      concerns(rows, person, now) {
        const found = caseIn(rows, inCase);
        const isTheirs = rows.of(askingsOf(person)).some(({ ref }) => ref === deskRef(inCase));
        const isOver = found === undefined || !isGoingOn(found, now);
        if (!isTheirs || isOver || isErased(rows.of(complainant)[0])) return undefined;
        return languageOf(deployment, rows, person);
      },
      // A process that lost the words since then says what every telling says: where to read it.
      write: (language) => (way.call ?? way.write)(language),
    };
  },
};

const common = ({ address: category }: TellingWay, id: string) => ({
  id,
  ...urgent,
  asks: { action: actions.message, purpose: purposes.notice, category },
});

/** Whoever ended the agreement is written to as well, in the language that they read it in. */
function languageOf({ policy }: Deployment, rows: Rows, person: PersonId): string {
  const [row] = rows.of(acceptanceOf(person));
  const [first = 'en'] = policy.current().policy.vocabulary.languages;
  return row ? acceptanceFrom(row).language : first;
}
