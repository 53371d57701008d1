import type { Words } from '@avow/policy';
import { z } from '@hono/zod-openapi';
import type { Disclosure, Handed, Sealed } from 'avow';
import { caseId, disclosureId, orderId, partyId, personId } from './ids.ts';
import { time, written, writtenOrNull } from './time.ts';
import { action, category, purpose } from './words.ts';

const names = z.array(category);

const handedOver = {
  disclosure: disclosureId,
  jwe: z.string().nullable().openapi({
    description:
      'A JWE in compact serialisation (`dir`, `A256GCM`) under a key that stays with us; `null` if there is nothing to seal.',
  }),
  sealed: names.openapi({ description: 'What is in it.' }),
  online: names.openapi({ description: 'What is read through us, each time.' }),
};

/** What was handed over, as its party gets it. */
export const sealed = z.object(handedOver).openapi('Sealed');

export const tellSealed = ({ disclosure, jwe, sealed, online }: Sealed<Words>) => ({
  ...{ disclosure, sealed, online },
  jwe: jwe ?? null,
});

export const handed = z
  .object({ ...handedOver, action, purpose, order: orderId.nullable(), at: time })
  .openapi('Handed');

export const tellHanded = (one: Handed<Words>) => ({
  ...tellSealed(one),
  ...{ action: one.action, purpose: one.purpose },
  order: one.order ?? null,
  at: written(one.at),
});

/** What was handed over about a person, as it stands on record. No value. */
export const disclosure = z
  .object({
    disclosure: disclosureId,
    person: personId,
    party: partyId,
    ...{ action, purpose },
    sealed: names,
    online: names,
    order: orderId.nullable(),
    case: caseId.nullable().openapi({ description: 'The case that it was delivered in.' }),
    at: time,
    closed: z.object({ at: time, because: z.enum(['asked', 'withdrawn', 'ended']) }).nullable(),
    opens: z.boolean().openapi({ description: 'Whether an opening would be granted now.' }),
    sentence: z.string().openapi({ description: 'The sentence that says so.', example: '2.a.4' }),
    running: time
      .nullable()
      .openapi({ description: 'Until when an opening that was granted runs.' }),
  })
  .openapi('Disclosure');

export const tellDisclosure = (one: Disclosure<Words>) => ({
  ...{ disclosure: one.disclosure, person: one.person, party: one.party },
  ...{ action: one.action, purpose: one.purpose, sealed: one.sealed, online: one.online },
  order: one.order ?? null,
  case: one.case ?? null,
  at: written(one.at),
  closed: one.closed ? { at: written(one.closed.at), because: one.closed.because } : null,
  ...{ opens: one.opens, sentence: one.sentence },
  running: writtenOrNull(one.running),
});
