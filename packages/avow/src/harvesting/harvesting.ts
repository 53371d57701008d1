import type { EvidenceRow } from '@avow/vault';
import { followed } from '../alerts/followed.ts';
import type { Deployment } from '../deployment.ts';
import { asHarvestId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { HarvestCase, Harvesting, HarvestState } from '../face/harvesting.ts';
import { appealOf, casesAgainst, casesIn, harvestCase } from '../register/harvest.ts';
import { isInTime } from '../registers/term.ts';
import { readNow } from '../rows/reading.ts';
import { appealsWith, readerNamed } from './appeal.ts';
import { caseOf } from './case.ts';
import { decoysOf } from './decoys.ts';
import { reportsWith } from './report.ts';
import { reverseWith } from './reverse.ts';
import { suspendWith } from './suspend-by.ts';
import { terminateWith } from './terminate.ts';
import { upholdWith } from './uphold.ts';

const states = ['open', 'upheld', 'terminated', 'reversed'] satisfies HarvestState[];
const STATES: readonly string[] = states;
const MOST_LISTED = 1_000;

/** Who harvests, what becomes of them, and how they are heard. */
export function harvestingOf(deployment: Deployment, soon: () => void): Harvesting {
  const { vault, policy } = deployment;

  /** Cases as they are told, each with its appeal. */
  async function told(rows: readonly EvidenceRow[]): Promise<HarvestCase[]> {
    const there = rows.filter((row) => isInTime(row, policy.moment()));
    if (there.length === 0) return [];
    const appeals = await vault.read(there.map(({ id }) => appealOf(id)));
    const words = policy.current().policy.vocabulary;
    return there.map((row, at) => caseOf(row, appeals[at]?.[0], words));
  }

  return {
    decoys: decoysOf(deployment),
    async list({ state = 'open', after, limit = 100 } = {}) {
      if (!STATES.includes(state)) throw malformed('state', `must be one of ${STATES.join(', ')}`);
      if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST_LISTED) {
        throw malformed('limit', `must be a whole number from 1 to ${MOST_LISTED}`);
      }
      const from = after === undefined ? undefined : asHarvestId(after, 'after');
      const read = casesIn(state, limit, from);
      return told((await readNow(vault, read)).of(read));
    },
    async get(harvest) {
      const read = harvestCase(asHarvestId(harvest));
      return (await told((await readNow(vault, read)).of(read)))[0];
    },
    async against(who) {
      const read = casesAgainst(readerNamed(who));
      const cases = await told((await readNow(vault, read)).of(read));
      return cases.sort((a, b) => b.found - a.found || (a.harvest < b.harvest ? 1 : -1));
    },
    ...reportsWith(deployment),
    suspend: followed(suspendWith(deployment), soon),
    uphold: followed(upholdWith(deployment), soon),
    terminate: followed(terminateWith(deployment), soon),
    reverse: followed(reverseWith(deployment), soon),
    ...appealsWith(deployment),
  };
}
