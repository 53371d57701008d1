import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { handedKnown } from '../disclosures/known.ts';
import { classThen, onFact, restsOn } from '../disclosures/resting.ts';
import { type Ended, endedOf, keptAllTheSame } from '../disclosures/running.ts';
import type { Attestation } from '../face/attestations.ts';
import { attestationFrom, attestationsFor } from '../register/attestation.ts';
import { engagementsOf } from '../register/engagement.ts';
import { readNow } from '../rows/reading.ts';

/**
 * What was handed over on an attestation that has ended: it cannot be opened without that, and no other stands for the
 * same party since before it was handed over. Read once it has ended, when nothing comes to it any more.
 */
export async function restedOn(
  deployment: Deployment,
  { attestation, person, fact, to }: Attestation<Words>,
): Promise<Ended> {
  if (to !== undefined && !('party' in to)) return [];
  const handed = (await handedKnown(deployment, person).catch(keptAllTheSame)).filter(
    ({ party }) => to === undefined || party === to.party,
  );
  const engagements = [...new Set(handed.map(({ party }) => party))].map(engagementsOf);
  const said = attestationsFor(person, fact);
  const rows = await readNow(deployment.vault, said, ...engagements).catch(keptAllTheSame);
  const now = deployment.policy.moment();
  const others = rows
    .of(said)
    .map(attestationFrom)
    .filter((each) => each.id !== attestation && (each.until === null || now < each.until))
    .filter((each) => JSON.stringify(each.to) === JSON.stringify(to ?? null));
  const edition = deployment.policy.current();
  return endedOf(
    handed
      .filter(({ row }) => !others.some(({ stands }) => stands !== null && stands <= row.at))
      .filter((each) => restsOn(edition, each, classThen(rows, each), onFact(fact))),
  );
}
