import { goesOn, orderRow, sideRows, sidesBetween } from '../register/order.ts';
import type { FactProvider } from './provider.ts';

const reads: FactProvider['reads'] = ({ order }) =>
  order ? [orderRow(order), sideRows(order)] : [];

/** Who asks and the person are the two sides of the named order, and it goes on. */
export const side: FactProvider = {
  reads,
  judge: (rows, { person, user, order }) =>
    !!order && !!user && goesOn(rows, order) && !!sidesBetween(rows, order, person, user),
};

/** Who asks has performed its side of the named order, wholly or partly. */
export const performed: FactProvider = {
  reads,
  judge(rows, { person, user, order }) {
    if (!order || !user) return false;
    const performedAt = sidesBetween(rows, order, person, user)?.other.performed;
    return typeof performedAt === 'number';
  },
};

/** Who asks has requested this very category in the named order. */
export const asked: FactProvider = {
  reads,
  judge(rows, { person, user, order, category }) {
    if (!order || !user) return false;
    const request = sidesBetween(rows, order, person, user)?.other.asked;
    return request?.categories.includes(category) ?? false;
  },
};
