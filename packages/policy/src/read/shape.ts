import type { Fault } from '../fault.ts';

/** Looks at a value at a place and adds a fault for each thing that is not as it should be. */
export type Shape = (value: unknown, where: string, faults: Fault[]) => void;

function typed(type: string, fits: (value: unknown) => boolean): Shape {
  return (value, where, faults) => {
    if (!fits(value)) faults.push({ where, what: `should be ${type}` });
  };
}

export const string = typed('a string', (value) => typeof value === 'string');
export const boolean = typed('true or false', (value) => typeof value === 'boolean');
export const days = typed(
  'a whole number of days',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);

export const tally = typed(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);

export const count = typed(
  'a whole number from 1',
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
);

export function oneOf(...names: readonly string[]): Shape {
  return typed(names.join(' or '), (value) => names.includes(value as string));
}

export function list(of: Shape): Shape {
  return (value, where, faults) => {
    if (!Array.isArray(value)) faults.push({ where, what: 'should be a list' });
    else for (const [index, one] of value.entries()) of(one, `${where}[${index}]`, faults);
  };
}

export function record(of: Shape): Shape {
  return (value, where, faults) => {
    if (!isObject(value)) faults.push({ where, what: 'should be an object' });
    else for (const [key, one] of Object.entries(value)) of(one, `${where}.${key}`, faults);
  };
}

/** An object of just these fields; those of `optional` may be absent. */
export function object(
  required: Record<string, Shape>,
  optional: Record<string, Shape> = {},
): Shape {
  return (value, where, faults) => {
    if (!isObject(value)) {
      faults.push({ where, what: 'should be an object' });
      return;
    }
    for (const [key, shape] of Object.entries(required)) {
      if (Object.hasOwn(value, key)) shape(value[key], `${where}.${key}`, faults);
      else faults.push({ where, what: `lacks ${key}` });
    }
    for (const [key, shape] of Object.entries(optional)) {
      if (Object.hasOwn(value, key)) shape(value[key], `${where}.${key}`, faults);
    }
    const known = (key: string) => Object.hasOwn(required, key) || Object.hasOwn(optional, key);
    if (!Object.keys(value).every(known))
      faults.push({ where, what: 'has a field that is not known' });
  };
}

/** One of several objects, told apart by `key`. */
export function tagged(key: string, cases: Record<string, Shape>): Shape {
  return (value, where, faults) => {
    const tag = isObject(value) ? value[key] : undefined;
    const shape = typeof tag === 'string' && Object.hasOwn(cases, tag) ? cases[tag] : undefined;
    if (shape === undefined)
      faults.push({ where, what: `should say its ${key}: ${Object.keys(cases).join(', ')}` });
    else shape(value, where, faults);
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
