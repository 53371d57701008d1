import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { Alert, AlertAbout } from '../face/alerts.ts';
import type { HarvestState } from '../face/harvesting.ts';
import type { PersonId } from '../face/ids.ts';
import { caseFrom, newestDeskCases } from '../register/desk/case.ts';
import { appealOf, caseBody, newestCases } from '../register/harvest.ts';
import { leakFrom, newestLeaks } from '../register/leak.ts';
import { newestViolations, violationFrom } from '../register/violation.ts';
import { readNow } from '../rows/reading.ts';

/** Whoever was not reached by then is not written to any more: they see it where they sign in. */
const LATEST = 30 * 24 * 3_600_000;

/** Something that one person is to be told. */
interface Due {
  /** Names it among all that is told: what it is about, and which case. */
  readonly id: string;
  readonly person: PersonId;
  readonly alert: Alert;
}

const harvestAbout = {
  open: 'suspended',
  upheld: 'upheld',
  terminated: 'terminated',
  reversed: 'reversed',
} as const satisfies Record<HarvestState, AlertAbout>;

/** What people are to be told as the cases stand, whether or not they have been. */
export async function dueNow(deployment: Deployment): Promise<Due[]> {
  const now = deployment.policy.moment();
  const found = await Promise.all(
    [fromCases, fromViolations, fromDesk, fromLeaks].map((from) => from(deployment)),
  );
  return found.flat().filter(({ since }) => now - since < LATEST);
}

type Dated = Due & { readonly since: number };

async function fromCases({ vault }: Deployment): Promise<Dated[]> {
  const states = Object.keys(harvestAbout) as HarvestState[];
  const reads = states.map(newestCases);
  const found = await readNow(vault, ...reads);
  const rows = reads.flatMap((read) => found.of(read)).filter(({ person }) => person !== null);
  if (rows.length === 0) return [];
  const appeals = await vault.read(rows.map(({ id }) => appealOf(id)));
  return rows.map((row, at) => {
    const isDismissed = appeals[at]?.[0]?.state === 'dismissed';
    const own = harvestAbout[row.state as HarvestState];
    const about = isDismissed && row.state !== 'reversed' ? 'dismissed' : own;
    return dated(row, about, caseBody(row).decided?.at ?? row.at);
  });
}

/** Violations that were decided, and the appeals against them. What is recorded and undecided is on nobody's page. */
async function fromViolations({ vault }: Deployment): Promise<Dated[]> {
  const reads = ['upheld', 'reversed'].map(newestViolations);
  const found = await readNow(vault, ...reads);
  return reads
    .flatMap((read) => found.of(read))
    .flatMap((row) => {
      const { decided, appeal } = violationFrom(row);
      if (decided === null) return [];
      if (row.state === 'reversed') return [dated(row, 'violationReversed', decided.at)];
      const heard = appeal?.state === 'dismissed' ? appeal.decided : null;
      return heard
        ? [dated(row, 'violationDismissed', heard.at)]
        : [dated(row, 'violationUpheld', decided.at)];
    });
}

/** What a person asked of the desk by themself, and somebody of us answered. */
async function fromDesk({ vault }: Deployment): Promise<Dated[]> {
  const reads = (['closed', 'refused'] as const).map(newestDeskCases);
  const found = await readNow(vault, ...reads);
  return reads
    .flatMap((read) => found.of(read))
    .map(caseFrom)
    .flatMap(({ row, type, ended }) =>
      (type === 'rights' || type === 'appeal') && ended?.by
        ? [dated(row, 'answered', ended.at)]
        : [],
    );
}

async function fromLeaks({ vault }: Deployment): Promise<Dated[]> {
  const reads = ['open', 'contained', 'closed'].map(newestLeaks);
  const found = await readNow(vault, ...reads);
  return reads
    .flatMap((read) => found.of(read))
    .flatMap((row) => {
      const { contained, closed, reset } = leakFrom(row);
      const needsReset = reset !== null && reset.renewed === null;
      if (closed) return [dated(row, 'leakClosed', closed.at, needsReset)];
      if (contained === null) return [dated(row, 'leakReported', row.at, needsReset)];
      if (contained.tell === null) return [];
      return [dated(row, 'leakContained', contained.tell.at, needsReset)];
    });
}

function dated(row: EvidenceRow, about: AlertAbout, since: number, needsReset = false): Dated {
  const person = row.person as PersonId;
  return { id: `${about}.${row.id}`, person, alert: { about, needsReset }, since };
}
