import type { Clock } from '@avow/vault';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { Alert, Alerts } from '../face/alerts.ts';
import type { PersonId } from '../face/ids.ts';
import { leakIn } from '../leaks/leak.ts';
import { resumeRekeying, unlessGone } from '../leaks/rekey.ts';
import type { Mailing } from '../mailing/mailing.ts';
import { sendRound } from '../mailing/run.ts';
import { sendTo } from '../mailing/send.ts';
import { type Rounds, roundsOf } from '../notices/rounds.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { closedDisclosuresOf, disclosureFrom, disclosuresOf } from '../register/disclosure.ts';
import { leakFrom, leakRow, newestLeaks } from '../register/leak.ts';
import { isDue, mailedIn, mailedTo } from '../register/mailed.ts';
import { changeEvidence } from '../rows/change.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { dueNow } from './due.ts';

/** The kind of the evidence that somebody was written to about their safety. */
const ALERT = 'alert';
/** Others concerned who are written to in one round. */
const PER_ROUND = 600;

/** Writing to people about their own safety, and the rounds in which that goes on. */
export function alertsOf(
  deployment: Deployment,
  clock: Clock,
): { readonly alerts: Alerts; readonly rounds: Rounds } {
  const { vault, policy, alerts: way } = deployment;

  async function round(isStopped: () => boolean): Promise<{ tried: number; isOver: boolean }> {
    await resumeRekeying(deployment);
    if (way === undefined || !hasWords(deployment, way.address)) return { tried: 0, isOver: true };
    let [tried, isOver] = [0, true];
    for (const { id, person, alert } of await dueNow(deployment)) {
      if (isStopped()) return { tried, isOver: false };
      const one = mailing(id, alert);
      const read = mailedTo(person, ALERT);
      const row = mailedIn(await readNow(vault, read), person, one);
      if (row?.state === 'waiting' || row?.state === 'sending') isOver = false;
      if (!isDue(row, policy.moment(), one)) continue;
      const sent = await sendTo(deployment, way.mail, one, person);
      if (sent !== 'passed') tried += 1;
      if (sent === 'waiting') isOver = false;
    }
    const others = await tellOthers(isStopped);
    return { tried: tried + others.tried, isOver: isOver && others.isOver };
  }

  /** Everybody else whose information those have who were suspended for a leak. */
  async function tellOthers(isStopped: () => boolean) {
    let [tried, isOver] = [0, true];
    const reads = ['contained', 'closed'].map(newestLeaks);
    const found = await readNow(vault, ...reads);
    for (const row of reads.flatMap((read) => found.of(read))) {
      const { contained } = leakFrom(row);
      if (way === undefined || contained?.tell?.done !== null) continue;
      const parties = new Set(contained.suspended);
      const about = { about: 'leakConcerned', needsReset: false } as const;
      const concerned = mailing(`leakConcerned.${row.id}`, about, (rows, person) =>
        person === row.person ? false : isWith(rows, person, parties),
      );
      const asked = { most: PER_ROUND, isStopped };
      const sent =
        parties.size === 0
          ? { tried: 0, isOver: true }
          : await sendRound(deployment, way.mail, concerned, asked);
      tried += sent.tried;
      if (sent.isOver) await markTold(row.id, row.person as PersonId).catch(unlessGone);
      else isOver = false;
    }
    return { tried, isOver };
  }

  function mailing(
    id: string,
    alert: Alert,
    isMeant?: (rows: Rows, person: PersonId) => boolean,
  ): Mailing {
    return {
      ...{ kind: ALERT, id, isUrgent: true },
      asks: { action: actions.message, purpose: purposes.security, category: way?.address ?? '' },
      reads: (person) => [
        acceptanceOf(person),
        ...(isMeant ? [disclosuresOf(person), closedDisclosuresOf(person)] : []),
      ],
      concerns: (rows, person) =>
        isMeant === undefined || isMeant(rows, person) ? languageOf(rows, person) : undefined,
      write(language) {
        if (way === undefined) throw new TypeError('nothing is written without a way to send it');
        return way.write(alert, language);
      },
    };
  }

  /** In which language somebody agreed; whoever never did is written to in the policy's first. */
  function languageOf(rows: Rows, person: PersonId): string {
    const [row] = rows.of(acceptanceOf(person));
    const { languages } = policy.current().policy.vocabulary;
    return row ? acceptanceFrom(row).language : (languages[0] ?? '');
  }

  async function markTold(leak: string, person: PersonId): Promise<void> {
    await record(deployment, {}, () => ({
      people: [person],
      widens: false,
      reads: [leakRow(leak)],
      decide(rows, now) {
        const before = leakIn(rows, leak, now);
        const { contained, ...said } = leakFrom(before);
        const tell = contained?.tell && { ...contained.tell, done: now };
        const body = { ...said, contained: contained && { ...contained, tell: tell ?? null } };
        const changes = [changeEvidence(before, { body })];
        return { evidence: 'leak', state: 'told', changes, value: {} };
      },
    }));
  }

  const rounds = roundsOf(round, clock, 'writing to people about their safety');
  return { rounds, alerts: { send: () => rounds.now() } };
}

/** Whether one of these parties was handed something of somebody. */
function isWith(rows: Rows, person: PersonId, parties: ReadonlySet<string>): boolean {
  return [disclosuresOf(person), closedDisclosuresOf(person)]
    .flatMap((read) => rows.of(read))
    .map(disclosureFrom)
    .some(({ party }) => parties.has(party));
}

/** A policy that knows no such message has nobody written to. */
function hasWords({ policy }: Deployment, address: string): boolean {
  const { actions: acts, purposes: ends, categories } = policy.current().policy.vocabulary;
  const has = (among: object, name: string) => Object.hasOwn(among, name);
  return has(acts, actions.message) && has(ends, purposes.security) && has(categories, address);
}
