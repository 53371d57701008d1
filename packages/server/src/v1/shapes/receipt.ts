import { z } from '@hono/zod-openapi';
import type { Receipt } from 'avow';
import { entryId, personId } from './ids.ts';
import { time, written } from './time.ts';

/** What proves a record: checked with the log's key alone, it outlives the person's data. */
export const receipt = z
  .object({
    entry: entryId,
    body: z.string().openapi({ description: 'The entry’s bytes, base64.' }),
    opening: z
      .object({
        nonce: z.string(),
        person: personId,
        party: z.string().nullable(),
        evidence: z.array(z.string()),
        at: time,
      })
      .nullable()
      .openapi({ description: 'Opens the entry’s commitment; `null` where nobody’s key does.' }),
    vkey: z.string().openapi({ description: 'The log’s verifier key (C2SP signed-note).' }),
    promise: z
      .string()
      .nullable()
      .openapi({ description: 'The log’s signed promise, until `proof` takes its place.' }),
    proof: z
      .string()
      .nullable()
      .openapi({ description: 'C2SP `tlog-proof@v1`; `null` until the entry is integrated.' }),
  })
  .openapi('Receipt');

export const tellReceipt = ({ entry, body, opening, vkey, promise, proof }: Receipt) => ({
  entry,
  body,
  opening: opening
    ? {
        nonce: opening.nonce,
        person: opening.person,
        party: opening.party ?? null,
        evidence: opening.evidence,
        at: written(opening.at),
      }
    : null,
  vkey,
  promise: promise ?? null,
  proof: proof ?? null,
});
