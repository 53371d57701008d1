import { z } from '@hono/zod-openapi';
import type { OpenedReceipt, Receipt } from 'avow';
import { entryId, personId } from './ids.ts';
import { time, written } from './time.ts';

const parts = {
  entry: entryId,
  body: z.string().openapi({ description: 'The entry’s bytes, base64.' }),
  vkey: z.string().openapi({ description: 'The log’s verifier key (C2SP signed-note).' }),
  promise: z
    .string()
    .nullable()
    .openapi({ description: 'The log’s signed promise, until `proof` takes its place.' }),
  proof: z
    .string()
    .nullable()
    .openapi({ description: 'C2SP `tlog-proof@v1`; `null` until the entry is integrated.' }),
};

/** What proves a record: checked with the log's key alone. Names nobody. */
export const receipt = z.object(parts).openapi('Receipt');

/** What proves of whom it speaks as well. It outlives the person's data. */
export const openedReceipt = z
  .object({
    ...parts,
    opening: z
      .object({
        nonce: z.string(),
        person: personId,
        party: z.string().nullable(),
        evidence: z.array(z.string()),
        at: time,
      })
      .openapi({ description: 'Opens the entry’s commitment.' }),
  })
  .openapi('OpenedReceipt');

export const tellReceipt = ({ entry, body, vkey, promise, proof }: Receipt) => ({
  entry,
  body,
  vkey,
  promise: promise ?? null,
  proof: proof ?? null,
});

export const tellOpenedReceipt = ({ opening, ...receipt }: OpenedReceipt) => ({
  ...tellReceipt(receipt),
  opening: {
    nonce: opening.nonce,
    person: opening.person,
    party: opening.party ?? null,
    evidence: opening.evidence,
    at: written(opening.at),
  },
});
