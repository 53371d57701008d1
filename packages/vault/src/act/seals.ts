import { toldFrom } from '../entry/told.ts';
import { VaultError } from '../fault.ts';
import { type DataKey, DataKeys } from '../keys/data-keys.ts';
import type { Random } from '../port/random.ts';
import type { Moment } from '../port/store.ts';
import { evidenceContext, historyContext, recordContext } from '../record/context.ts';
import { seal, unseal } from '../record/seal.ts';
import type { Seals } from './act.ts';

/** Retention class of the key that free text of evidence is sealed under. */
export const EVIDENCE = 'evidence';

/** The seals of one act: what they opened is remembered, and once closed they open nothing more. */
interface ActSeals extends Seals {
  /** Ends their life; tells whether anything was opened. */
  close(): boolean;
}

/** The seals of an act with these keys, at this moment. */
export function actSeals(held: readonly DataKeys[], { now }: Moment, random: Random): ActSeals {
  let closed = false;
  let opened = false;

  function keysOf(person: string | null): DataKeys {
    if (closed) throw new VaultError('AVOW_UNRECORDED', 'seals are good inside their act only');
    const keys = held.find((candidate) => candidate.person === person);
    if (keys === undefined) throw new VaultError('AVOW_UNKNOWN', "the act lacks the person's keys");
    return keys;
  }

  function toSeal(person: string, retention: string): DataKey {
    const key = DataKeys.forRetention(keysOf(person), retention);
    if (key === undefined) {
      throw new VaultError('AVOW_UNKNOWN', 'the act lacks a key for this retention class');
    }
    return key;
  }

  function toOpen(person: string | null, id: string | null): DataKey {
    const key = id === null ? undefined : DataKeys.byId(keysOf(person), id);
    if (key === undefined) {
      throw new VaultError('AVOW_UNKNOWN', 'the act lacks the key that this was sealed with');
    }
    opened = true;
    return key;
  }

  /** Reads leave what has expired out; a row kept from an earlier act is not a read. */
  function mustBeInTime({ expires }: { readonly expires: number | null }): void {
    if (expires !== null && expires <= now) throw new VaultError('AVOW_UNKNOWN', 'it has expired');
  }

  return {
    seal(header, content) {
      const key = toSeal(header.person, header.retention);
      return { key: key.id, sealed: seal(key.secret, recordContext(header), content, random) };
    },

    open(row) {
      mustBeInTime(row);
      const key = toOpen(row.person, row.key);
      return unseal(key.secret, recordContext(row), row.sealed);
    },

    sealText({ id, person }, text) {
      const key = toSeal(person, EVIDENCE);
      const content = Buffer.from(text, 'utf8');
      return {
        key: key.id,
        sealed: seal(key.secret, evidenceContext(id, person), content, random),
      };
    },

    openText(row) {
      const key = toOpen(row.person, row.key);
      const context = evidenceContext(row.id, row.person ?? '');
      return Buffer.from(unseal(key.secret, context, row.sealed ?? new Uint8Array())).toString();
    },

    openHistory(row) {
      mustBeInTime(row);
      const key = toOpen(row.person, row.key);
      const context = historyContext(row.id, row.person);
      return toldFrom(row.person, unseal(key.secret, context, row.sealed));
    },

    close() {
      closed = true;
      return opened;
    },
  };
}
