import type { Findable, FindableIn } from '@avow/vault';
import { ITEMS, isLot } from '../register/lot.ts';
import { isBook } from '../register/visit.ts';
import { unpack } from './content.ts';

/**
 * What records are found by: a lot by the key of each of its items, visits by nothing, any other by the
 * value it holds.
 */
export const findable: FindableIn = (record, content) => {
  if (isBook(record)) return [];
  return isLot(record)
    ? unpack(content).map(({ key }): Findable => ({ index: ITEMS, value: key }))
    : [{ index: record.category, value: Buffer.from(content).toString('utf8') }];
};
