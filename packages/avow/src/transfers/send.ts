import { hash } from 'node:crypto';
import type { Words } from '@avow/policy';
import { actions, interestCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed, name } from '../door/text.ts';
import type { Decided } from '../face/decision.ts';
import type { Disclosures } from '../face/disclosures.ts';
import type { PersonId } from '../face/ids.ts';
import type { Sent, Transfers } from '../face/transfers.ts';
import { AvowError } from '../fault.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { choicesOf, lastWord } from '../register/choice.ts';
import { engagementsOf, liveEngagements } from '../register/engagement.ts';
import { personOf } from '../register/person.ts';
import { partyOfRegion } from '../register/region.ts';
import { readNow } from '../rows/reading.ts';
import { sign } from './letter.ts';
import { nameOf } from './name.ts';

type Sending = Parameters<Transfers<Words>['send']>[0];

/**
 * Sends to another region: one disclosure, sealed by the act `transfer`, and the letter that goes with it.
 * The letter is written anew when the request comes again; it says what is so then.
 */
export function sendWith(
  deployment: Deployment,
  seal: Disclosures<Words>['seal'],
): Transfers<Words>['send'] {
  return async (what) => {
    const { to, ...rest } = what;
    mustNotBeDerived(what.categories);
    const region = otherRegion(deployment, to);
    await mustBeEngaged(deployment, region);
    const party = partyOfRegion(region);
    const decided = await seal(actions.transfer, { ...rest, to: { party } });
    if (!decided.permitted) return decided as Decided<Sent>;
    const { disclosure, jwe } = decided.value;
    const letter = await letterFor(deployment, { ...what, to: region }, disclosure, jwe ?? '');
    return { ...decided, value: { disclosure, jwe, letter } };
  };
}

function otherRegion({ region, policy }: Deployment, to: unknown): string {
  const given = name('to', to);
  const { regions } = policy.current().policy.vocabulary;
  if (!Object.hasOwn(regions, given)) throw malformed('to', 'must be a region of the policy');
  if (given === region.name) throw malformed('to', 'must be another region than this one');
  return given;
}

/** What may interest somebody a region finds out by itself, where it may: a list of names would be kept as something else. */
function mustNotBeDerived(categories: unknown): void {
  if (!Array.isArray(categories) || !categories.includes(interestCategory)) return;
  throw malformed('categories', 'must not name interests: each region derives its own');
}

/** Without an engagement it is a stranger's, and refused as such; this says what there is to be done. */
async function mustBeEngaged({ vault, policy }: Deployment, region: string): Promise<void> {
  const party = partyOfRegion(region);
  const rows = await readNow(vault, engagementsOf(party));
  if (liveEngagements(rows, party, policy.moment()).length > 0) return;
  throw new AvowError('AVOW_STATE', `the party ${party} has no engagement that runs`, 'to');
}

async function letterFor(
  deployment: Deployment,
  { person: who, to, purpose, categories }: Sending,
  disclosure: string,
  jwe: string,
): Promise<string> {
  const person = asPersonId(who);
  const party = partyOfRegion(to);
  const rows = await readNow(
    deployment.vault,
    personOf(person),
    acceptanceOf(person),
    choicesOf(person, party),
  );
  const [row] = rows.of(personOf(person));
  const [accepted] = rows.of(acceptanceOf(person));
  const matter = { action: actions.transfer, purpose, category: categories[0] ?? '' };
  const word = lastWord(rows, person, party, matter);
  return sign(deployment, 'sent', to, {
    disclosure,
    name: nameOf(deployment, to, person as PersonId),
    kind: row?.kind === 'organisation' ? 'organisation' : 'person',
    country: row?.country ?? null,
    purpose,
    acceptance: accepted?.state === 'accepted' ? acceptanceFrom(accepted) : null,
    consent:
      word?.state === 'given'
        ? { language: word.language, shown: word.shown, given: word.given }
        : null,
    digest: digestOf(jwe),
  });
}

/** SHA-256 of a sealed disclosure: what a letter binds. */
export function digestOf(jwe: string): string {
  return hash('sha256', jwe, 'base64url');
}
