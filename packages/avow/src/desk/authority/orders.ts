import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { documentDigest, oneOf } from '../../door/desk.ts';
import { asAuthorityOrderId, asPersonId } from '../../door/ids.ts';
import { LONGEST_ID, text } from '../../door/text.ts';
import { type AuthorityOrders, verifications } from '../../face/authority.ts';
import { AvowError } from '../../fault.ts';
import {
  authorityOrderFrom,
  authorityOrderIn,
  authorityOrderRow,
  authorityOrdersOf,
} from '../../register/desk/authority-order.ts';
import { isErased, personOf } from '../../register/person.ts';
import { readNow } from '../../rows/reading.ts';
import { endBarWith } from './end-bar.ts';
import { orderOf } from './order.ts';
import { recordWith } from './record.ts';
import { changeOrder } from './step.ts';

/** Orders of administrative and judicial bodies. */
export function authorityOrders(deployment: Deployment): AuthorityOrders<Words> {
  const { vault } = deployment;
  return {
    record: recordWith(deployment),

    async verify(what) {
      const how = oneOf('how', what.how, verifications);
      return changeOrder(deployment, what, 'confirmed', { how }, (found, { by, now }) => {
        if (found.state !== 'recorded') {
          throw new AvowError('AVOW_STATE', `is ${found.state} already`, 'order');
        }
        if (found.recordedBy === by) {
          throw new AvowError('AVOW_STATE', 'recorded it, and somebody else verifies it', 'by');
        }
        return { state: 'verified', body: { verified: { by, how, at: now } } };
      });
    },

    async clear(what) {
      const reference = text('reference', what.reference, LONGEST_ID);
      const document = documentDigest(what.document);
      const more = { reference, document };
      return changeOrder(deployment, what, 'cleared', more, (found, { by, now }) => {
        if (found.state === 'withdrawn') {
          throw new AvowError('AVOW_STATE', 'is withdrawn', 'order');
        }
        return { state: found.state, body: { approval: { by, ...more, at: now } } };
      });
    },

    endBar: endBarWith(deployment),

    withdraw: async (what) =>
      changeOrder(deployment, what, 'withdrawn', {}, (found) => {
        if (found.state === 'withdrawn') {
          throw new AvowError('AVOW_STATE', 'is withdrawn already', 'order');
        }
        return { state: 'withdrawn', body: {} };
      }),

    async get(order) {
      const id = asAuthorityOrderId(order);
      const found = authorityOrderIn(await readNow(vault, authorityOrderRow(id)), id);
      const person = personOf(found?.row.person ?? '');
      const isGone = isErased((await readNow(vault, person)).of(person)[0]);
      return found && !isGone ? orderOf(found) : undefined;
    },

    async list(who) {
      const read = authorityOrdersOf(asPersonId(who));
      const rows = (await readNow(vault, read)).of(read);
      return rows
        .map((row) => orderOf(authorityOrderFrom(row)))
        .sort((a, b) => b.issued - a.issued);
    },
  };
}
