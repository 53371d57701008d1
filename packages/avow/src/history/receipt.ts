import type { Words } from '@avow/policy';
import {
  isFault,
  type OpenedReceipt as VaultOpened,
  type Opening as VaultOpening,
  type Receipt as VaultReceipt,
} from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Deployment } from '../deployment.ts';
import { barsOf, readBars } from '../desk/bars.ts';
import { asEntryId, asPersonId } from '../door/ids.ts';
import type { History, OpenedReceipt, Opening, Receipt } from '../face/history.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import type { ReadOf } from '../rows/reading.ts';
import { entryOf, leafFrom } from './leaf.ts';
import { isBarred } from './line.ts';
import { ownHistory } from './question.ts';

/** Proof of an entry. It names nobody and opens nothing, so there is nothing to decide. */
export function receiptWith({ vault }: Deployment): History<Words>['receipt'] {
  return async (entry) => {
    const found = await ifThere(vault.receipt(asEntryId(entry)));
    return found && receiptFrom(found);
  };
}

async function ifThere<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (problem) {
    if (isFault(problem, 'AVOW_UNKNOWN')) return undefined;
    throw problem;
  }
}

/** The log's promise, which proves an entry until its receipt does. */
export function promiseWith({ vault }: Deployment): History<Words>['promise'] {
  return async (entry) => ifThere(vault.promise(asEntryId(entry)));
}

/** The same with what opens it, for the person it speaks of: a look at one line of their history. */
export function openReceiptWith(deployment: Deployment): History<Words>['openReceipt'] {
  return async (what) => {
    const person = asPersonId(what.person);
    const entry = asEntryId(what.entry);
    const equals = [person, entry];
    const line: ReadOf<'history'> = { table: 'history', by: 'key', equals, limit: 1 };
    const decided = await perform<Opening>(deployment, () => ({
      person,
      questions: [ownHistory(person)],
      lock: 'shared',
      reads: [line, entryOf(entry), ...barsOf(person)],
      apply({ rows, seals, now }) {
        const [row] = rows.of(line);
        const [body] = rows.of(entryOf(entry));
        if (!row) throw none();
        const told = seals.openHistory(row);
        const leaf = body && leafFrom(body.body);
        const isLine = leaf?.kind === 'decision' || leaf?.kind === 'evidence';
        // What a bar keeps back is not there, for a look at one line as for a page of them.
        if (!isLine || isBarred({ entry, leaf }, told, readBars(rows, person, now))) throw none();
        return { value: openingFrom(told.opening), touched: [entry] };
      },
    }));
    if (!decided.permitted) return decided;
    const receipt = receiptFrom(await deployment.vault.receipt(entry));
    return { ...decided, value: { ...receipt, opening: decided.value } };
  };
}

function none(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such entry about this person', 'entry');
}

/** A receipt as its holder keeps it. */
export function openedFrom(receipt: VaultOpened): OpenedReceipt {
  return { ...receiptFrom(receipt), opening: openingFrom(receipt.opening) };
}

function receiptFrom({ entry, body, vkey, promise, proof }: VaultReceipt): Receipt {
  return {
    entry,
    body: Buffer.from(body, 'utf8').toString('base64'),
    vkey,
    promise: promise ?? undefined,
    proof: proof ?? undefined,
  };
}

function openingFrom({ nonce, person, party, evidence, at }: VaultOpening): Opening {
  return { nonce, person: person as PersonId, party: party ?? undefined, evidence, at };
}
