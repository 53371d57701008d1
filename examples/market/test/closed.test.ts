import { AvowError } from 'avow';
import { expect, test } from 'vitest';
import { closedBy } from '../src/closed.ts';
import { Misconfigured } from '../src/environment.ts';

test('what cannot be opened ends with 2, and a policy that is not fit with 1, as with avow start', () => {
  const wrong = new Misconfigured('PORT is a number');
  expect(closedBy(wrong)).toEqual({ told: 'PORT is a number', exitCode: 2 });
  expect(closedBy(new AvowError('AVOW_STATE', 'is closed')).exitCode).toBe(2);
  expect(closedBy(new AvowError('AVOW_UNFIT', 'breaks a promise')).exitCode).toBe(1);
});

test('a defect is told with the place where it is, and no fault of the system is', () => {
  const defect = closedBy(new TypeError('is undefined'));
  expect(defect).toMatchObject({ exitCode: 2 });
  expect(defect.told).toContain('closed.test.ts');
  const refused = Object.assign(new Error('listen EACCES'), { syscall: 'listen', code: 'EACCES' });
  expect(closedBy(refused)).toEqual({ told: 'listen EACCES', exitCode: 2 });
});
