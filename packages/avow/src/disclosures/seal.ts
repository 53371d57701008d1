import { isOnline, type Words } from '@avow/policy';
import type { Vault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { evidenceClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { questionOf } from '../door/question.ts';
import { malformed } from '../door/text.ts';
import type { Decided } from '../face/decision.ts';
import type { Disclosures, Sealed } from '../face/disclosures.ts';
import type { DisclosureId, PartyId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { openAll } from '../records/disclose.ts';
import { heldReads } from '../records/held.ts';
import {
  type DisclosureBody,
  disclosureIn,
  disclosureRef,
  disclosureRow,
  isOpen,
  MOST_OPEN,
  newDisclosure,
  openDisclosures,
} from '../register/disclosure.ts';
import { addEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { mustHandOver, mustNotBeTheDesks } from './acts.ts';
import { digestsOf } from './digest.ts';
import { contentKey, sealedUnder } from './jwe.ts';

/** A question that hands something over. */
export type HandingOver = Question & { readonly to: { readonly party: PartyId } };

/**
 * Hands something over: decided, sealed under a key of its own and put on record in one unit. What leaves
 * is a JWE that nobody can read yet; its key stays with us, sealed under the person's, and goes with it.
 */
export function sealWith(deployment: Deployment): Disclosures<Words>['seal'] {
  return async (action, what) => {
    const words = deployment.policy.current().policy.vocabulary;
    const asked = handingOver(questionOf(action, what, words), words);
    mustNotBeTheDesks(asked);
    const id = deployment.vault.mint() as DisclosureId;
    const question = { ...asked, makes: id };
    const { person, categories, to } = question;
    const request = repeatable(what, 'disclosures.seal', { ...asked });
    const decided = await perform<Partial<Sealed<Words>>>(
      deployment,
      () => ({
        person,
        questions: [question],
        lock: 'exclusive',
        reads: [openDisclosures(person, to.party), ...heldReads(person, categories)],
        seals: () => [evidenceClass],
        apply: (unit) => handOver(deployment.vault, question, id, unit),
      }),
      { ...request, value: (kept) => ({ disclosure: kept as DisclosureId }) },
    );
    return whole(deployment, decided);
  };
}

function handingOver(question: Question, words: Words): HandingOver {
  const { to, action } = question;
  if (typeof to !== 'object' || !('party' in to)) throw malformed('to', 'must be a party');
  mustHandOver(action, words);
  return { ...question, to };
}

/** The disclosure, and its row. */
export function handOver(
  vault: Vault,
  { person, action, purpose, categories, to, order, case: inCase }: HandingOver,
  id: DisclosureId,
  unit: InUnit,
): Done<Sealed<Words>> {
  const { rows, now, seals, words } = unit;
  if (rows.of(openDisclosures(person, to.party)).length >= MOST_OPEN) {
    throw new AvowError('AVOW_TOO_MANY', 'has too much of this person that is not closed', 'to');
  }
  const online = categories.filter((category) => isOnline(words, category));
  const offline = categories.filter((category) => !online.includes(category));
  const { value, touched } = openAll(person, offline, unit);
  const { values } = value;
  const sealed = Object.keys(values);
  if (sealed.length + online.length === 0) {
    throw new AvowError(
      'AVOW_NOT_FOUND',
      'nothing is held that could be handed over',
      'categories',
    );
  }
  const key = contentKey();
  const content = {
    disclosure: id,
    iss: vault.origin,
    aud: to.party,
    iat: Math.floor(now / 1_000),
  };
  const jwe =
    sealed.length === 0
      ? undefined
      : sealedUnder(key, id, { ...content, action, purpose, ...(order ? { order } : {}), values });
  const body: DisclosureBody = {
    ...{ action, purpose, sealed, categories: [...sealed, ...online] },
    order: order ?? null,
    ...(inCase === undefined ? {} : { case: inCase }),
    jwe: jwe ?? null,
    values: digestsOf(vault, values),
    closed: null,
  };
  const row = { ...newDisclosure(id, person, to.party, now), ref: disclosureRef(person, to.party) };
  const secret = seals.sealText({ id, person }, Buffer.from(key).toString('base64url'));
  return {
    value: { disclosure: id, jwe, sealed, online },
    changes: [addEvidence({ ...row, ...secret }, body)],
    touched: [id, ...touched],
    kept: id,
  };
}

/** What was handed over when the request first came stands in its row. */
export async function whole(
  { vault }: Deployment,
  decided: Decided<Partial<Sealed<Words>>>,
): Promise<Decided<Sealed<Words>>> {
  if (!decided.permitted) return decided;
  const { value } = decided;
  const id = value.disclosure!;
  if (value.sealed !== undefined) return { ...decided, value: value as Sealed<Words> };
  const rows = await readNow(vault, disclosureRow(id));
  const record = disclosureIn(rows, id);
  if (record === undefined || !isOpen(record)) {
    throw new AvowError('AVOW_STATE', 'what this request handed over is closed', 'idempotencyKey');
  }
  return { ...decided, value: sealedFrom(record, id) };
}

/** A stored disclosure as it is handed over. */
export function sealedFrom(
  { jwe, sealed, categories }: DisclosureBody,
  disclosure: DisclosureId,
): Sealed<Words> {
  const online = categories.filter((category) => !sealed.includes(category));
  return { disclosure, jwe: jwe ?? undefined, sealed: [...sealed], online };
}
