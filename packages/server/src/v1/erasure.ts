import { z } from '@hono/zod-openapi';
import { endpoint } from '../http/endpoint.ts';
import { decision, tellDecision } from './shapes/decision.ts';
import { entryId, personId } from './shapes/ids.ts';
import { openedReceipt, tellOpenedReceipt } from './shapes/receipt.ts';
import { runningOut, tellRunning } from './shapes/running.ts';
import { time, written, writtenOrNull } from './shapes/time.ts';
import { categories } from './shapes/words.ts';

const erased = z
  .object({
    entry: entryId,
    at: time,
    person: personId,
    receipt: openedReceipt.nullable().openapi({
      description: 'Proves the tombstone, and of whom it speaks. Told once: nobody else can later.',
    }),
    isSwept: z
      .boolean()
      .openapi({ description: 'Whether the ciphertext is gone as well; its keys are.' }),
    recoverableUntil: time.nullable().openapi({
      description:
        'Until when a backup of the key store could still open what was held; null while a hold stands.',
    }),
    held: z
      .object({
        categories: categories.nullable().openapi({ description: 'Null: everything.' }),
        until: time.nullable().openapi({ description: 'Null: not known yet.' }),
      })
      .nullable()
      .openapi({
        description:
          'What a legal hold keeps, closed to everyone but the law until the last hold has ended.',
      }),
    ...runningOut,
  })
  .openapi('ErasureReceipt');

export const erasure = [
  endpoint({
    id: 'erase',
    method: 'post',
    path: '/v1/subjects/{person}/erasure',
    summary: 'Erase a person',
    about:
      'From the answer on nothing of the person opens: the keys are gone. What a legal hold covers is closed instead, and goes by itself when the last hold has ended; `held` says so.',
    scope: 'acts',
    write: true,
    params: z.object({ person: personId }),
    answer: decision('Erase', erased),
    codes: ['AVOW_NOT_FOUND', 'AVOW_ERASED', 'AVOW_UNFINISHED'],
    async handle(call) {
      const decided = await call.avow.erase({ ...call.params, ...call.once });
      return tellDecision(decided, call, ({ entry, at, person, isSwept, ...rest }) => ({
        entry,
        at: written(at),
        person,
        receipt: rest.receipt ? tellOpenedReceipt(rest.receipt) : null,
        isSwept,
        recoverableUntil: writtenOrNull(rest.recoverableUntil),
        held: rest.held
          ? {
              categories: rest.held.categories ?? null,
              until: writtenOrNull(rest.held.until),
            }
          : null,
        ...tellRunning(rest),
      }));
    },
  }),
];
