import { describe, expect, it } from 'vitest';
import { readIdempotencyKey } from '../../src/http/idempotency.ts';
import type { KeyId } from '../../src/keys/secret.ts';

const one = '0123456789abcdef' as KeyId;
const other = 'fedcba9876543210' as KeyId;

describe('an Idempotency-Key', () => {
  it('is the same with and without quotes', () => {
    expect(readIdempotencyKey('"order 7"', one)).toBe(readIdempotencyKey('order 7', one));
  });
  it('of one caller is not that of another', () => {
    expect(readIdempotencyKey('k', one)).not.toBe(readIdempotencyKey('k', other));
  });
  it.each([undefined, '', '""', 'a\tb', 'é', 'x'.repeat(256)])('is refused as %j', (header) => {
    expect(() => readIdempotencyKey(header, one)).toThrow('AVOW_IDEMPOTENCY_KEY_MISSING');
  });
});
