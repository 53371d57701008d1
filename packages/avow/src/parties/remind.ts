import type { AuditedChange, Clock, EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { PartyId } from '../face/ids.ts';
import type { DeletionStage, DeletionState, HintOutcome } from '../face/party.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { type Rounds, roundsOf } from '../notices/rounds.ts';
import {
  type DeletionBody,
  deletionFrom,
  deletionId,
  deletionIn,
  deletionRow,
  deletionsIn,
  owedAfter,
} from '../register/deletion.ts';
import { engagementFrom, engagementsIn, engagementsOf } from '../register/engagement.ts';
import { introduced, partyFrom, standingOf } from '../register/party.ts';
import { isNews, partyViolations, violationRow } from '../register/party-violation.ts';
import { changeEvidence } from '../rows/change.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { several } from './duties.ts';
import { sendHint } from './hint.ts';

/** How many engagements and duties one round moves on at most. */
const PER_ROUND = 200;
const PAGE = 1_000;

/**
 * The rounds in which parties are reminded of what they owe: an engagement that ran out becomes a duty,
 * a duty is reminded of when half of its time is over, and marked when all of it is. Each step is taken
 * and written down before anything is sent, so no process takes it again.
 */
export function remindersOf(deployment: Deployment, clock: Clock): Rounds {
  const { vault } = deployment;

  async function round(isStopped: () => boolean): Promise<{ tried: number; isOver: boolean }> {
    let tried = 0;
    const isEnough = () => isStopped() || tried >= PER_ROUND;
    for await (const row of several(vault, (after) => engagementsIn('live', PAGE, after))) {
      if (isEnough()) return { tried, isOver: false };
      if (row.until !== null && row.until <= clock.now()) tried += await runOut(deployment, row);
    }
    for (const state of ['due', 'reminded'] as const) {
      for await (const row of several(vault, (after) => deletionsIn(state, PAGE, after))) {
        if (isEnough()) return { tried, isOver: false };
        tried += await moveOn(deployment, row, clock.now());
      }
    }
    return { tried, isOver: true };
  }

  return roundsOf(round, clock, 'reminding parties');
}

/** An engagement whose time is over: from now on its party owes deletion. */
async function runOut(deployment: Deployment, { id, party }: EvidenceRow): Promise<number> {
  if (party === null) return 0;
  const { policy } = deployment;
  const duty = deletionId(id);
  return unlessDone(
    record(deployment, {}, () => ({
      people: [],
      parties: [party as PartyId],
      widens: false,
      reads: [engagementsOf(party), deletionRow(duty), standingOf(party)],
      decide(rows, now) {
        const before = rows.of(engagementsOf(party)).find((row) => row.id === id);
        if (before?.state !== 'live' || before.until === null || before.until > now) throw isDone();
        const words = policy.current().policy.vocabulary;
        return {
          evidence: 'engagement',
          state: 'over',
          changes: [
            changeEvidence(before, { state: 'over' }),
            ...owedAfter(rows, party, engagementFrom(before), words, now),
            ...introduced(rows, party, now),
          ],
          value: {},
        };
      },
    })),
  );
}

/** What is to be done about a duty at a moment; undefined: nothing yet. */
interface Step {
  readonly state: DeletionState;
  readonly stage: DeletionStage;
}

/** Moves a duty on by one step, and then tells the party, if it wants to be told. */
async function moveOn(deployment: Deployment, row: EvidenceRow, now: number): Promise<number> {
  const { id: duty, party } = row;
  if (party === null) return 0;
  const known = await readNow(deployment.vault, standingOf(party));
  const address = addressOf(known, party);
  const step = stepFor(row, now, address !== undefined);
  if (step === undefined) return 0;
  const fault = { party, kind: 'refusedDeletion', matter: duty } as const;
  const taken = await unlessDone(
    record(deployment, {}, () => ({
      people: [],
      parties: [party as PartyId],
      widens: false,
      reads: [deletionRow(duty), standingOf(party), partyViolations(party)],
      decide(rows, at) {
        const before = deletionIn(rows, duty, party);
        const again = before && stepFor(before, at, addressOf(rows, party) !== undefined);
        if (!before || again?.stage !== step.stage) throw isDone();
        const changes: AuditedChange[] = [
          changeEvidence(before, {
            state: step.state,
            body:
              address === undefined ? deletionFrom(before) : hinted(before, step, at, 'sending'),
          }),
        ];
        if (step.state === 'overdue' && isNews(rows, fault)) changes.push(violationRow(fault, at));
        return { evidence: 'deletion', state: step.state, changes, value: {} };
      },
    })),
  );
  if (taken > 0 && address !== undefined) {
    const came = await sendHint(address);
    await unlessDone(writeDown(deployment, party as PartyId, duty, step, came));
  }
  return taken;
}

/** What came of a hint. A process that dies before leaves it at `sending`, and nobody sends it again. */
function writeDown(
  deployment: Deployment,
  party: PartyId,
  duty: string,
  step: Step,
  came: HintOutcome,
) {
  return record(deployment, {}, () => ({
    people: [],
    parties: [party],
    widens: false,
    reads: [deletionRow(duty)],
    decide(rows, now) {
      const before = deletionIn(rows, duty, party);
      if (!before) throw isDone();
      const body = hinted(before, step, now, came);
      const changes = [changeEvidence(before, { body })];
      return { evidence: 'deletionHint', state: came, changes, value: {} };
    },
  }));
}

function stepFor(row: EvidenceRow, now: number, isTold: boolean): Step | undefined {
  const { hints, ended } = deletionFrom(row);
  const deadline = row.until ?? now;
  if (row.state !== 'due' && row.state !== 'reminded') return undefined;
  if (now >= deadline) return { state: 'overdue', stage: 'overdue' };
  const isHalfOver = now >= ended + (deadline - ended) / 2;
  if (row.state === 'due' && isHalfOver) return { state: 'reminded', stage: 'reminded' };
  const isNew = row.state === 'due' && !hints.some(({ stage }) => stage === 'due');
  return isNew && isTold ? { state: 'due', stage: 'due' } : undefined;
}

function hinted(row: EvidenceRow, { stage }: Step, at: number, came: HintOutcome): DeletionBody {
  const body = deletionFrom(row);
  const others = body.hints.filter((each) => each.stage !== stage);
  return { ...body, hints: [...others, { stage, at, came }] };
}

function addressOf(rows: Rows, party: string): string | undefined {
  const [row] = rows.of(standingOf(party));
  return row === undefined ? undefined : (partyFrom(row).notify ?? undefined);
}

/** Another process has taken the step, or the party has answered meanwhile. */
function isDone(): AvowError {
  return new AvowError('AVOW_STATE', 'is done already', 'duty');
}

async function unlessDone(recording: Promise<unknown>): Promise<number> {
  try {
    await recording;
    return 1;
  } catch (problem) {
    if (!isAvowFault(problem, 'AVOW_STATE')) throw problem;
    return 0;
  }
}
