import type { z } from '@hono/zod-openapi';
import type { EntryId } from 'avow';
import type { Scope } from '../../keys/scopes.ts';

/** What the routes have in common by which one thing on record goes its way, step by step. */
export const stepOf = <P extends z.ZodType, A extends z.ZodType>(
  scope: Scope,
  params: P,
  answer: A,
) =>
  ({
    method: 'post',
    scope,
    write: true,
    params,
    answer,
    codes: ['AVOW_NOT_FOUND', 'AVOW_STATE', 'AVOW_ERASED'],
  }) as const;

/** What a step answers: the thing as it is told, and the entry by which it became so. */
export const withEntry =
  <One, Told extends object>(tell: (one: One) => Told) =>
  (kept: One & { readonly entry: EntryId }) => ({ ...tell(kept), entry: kept.entry });
