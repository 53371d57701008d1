import { type Fault, PolicyError } from '../fault.ts';
import { plain } from '../model/plain.ts';
import type { Policy } from '../model/policy.ts';
import {
  boolean,
  count,
  days,
  isObject,
  list,
  object,
  oneOf,
  record,
  type Shape,
  string,
  tagged,
  tally,
} from './shape.ts';
import { structureFaults } from './structure.ts';

/**
 * Reads a stored policy: JSON text, or what was parsed from it. It gets the same checks as one that
 * was just defined. Throws `AVOW_POLICY_UNREADABLE` where it has not the shape of a policy, with
 * every place, and `AVOW_POLICY_INVALID` where it has the shape but does not hold together.
 */
export function readPolicy(stored: unknown): Policy {
  const value = typeof stored === 'string' ? parse(stored) : stored;
  const faults: Fault[] = [];
  policyShape(value, 'policy', faults);
  if (faults.length > 0) {
    throw new PolicyError('AVOW_POLICY_UNREADABLE', 'This is not a stored policy.', faults);
  }
  const policy = plain(value as Policy);
  const structure = structureFaults(policy);
  if (structure.length > 0) {
    throw new PolicyError(
      'AVOW_POLICY_INVALID',
      'The stored policy is not well formed.',
      structure,
    );
  }
  return policy;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PolicyError('AVOW_POLICY_UNREADABLE', 'This is not a stored policy: it is no JSON.');
  }
}

const text = record(string);
const names = list(string);
const term = (more: Record<string, Shape> = {}) =>
  record(object({ label: text }, { dpv: string, ...more }));

const words = object({
  languages: names,
  actions: term({ outward: boolean }),
  purposes: term(),
  categories: term({ retention: string, online: boolean, public: boolean }),
  recipients: term({ inside: boolean }),
  facts: record(
    object(
      { label: text, from: string, audience: names },
      {
        obtainable: object({ by: string, how: text }),
        implies: names,
        excludes: names,
        attested: object({ signatures: tally, days: count }, { recipient: boolean }),
      },
    ),
  ),
  duties: term({ withinDays: days, on: string, limits: record(count) }),
  retentions: record(
    object({ label: text, days, from: oneOf('collection', 'end') }, { dpv: string }),
  ),
  regions: record(object({ label: text, country: string }, { dpv: string })),
});

/** Deeper than any author writes, and shallow enough for every walk over a condition. */
const DEEPEST_CONDITION = 64;

function conditionAt(depth: number): Shape {
  return (value, where, faults) => {
    if (depth > DEEPEST_CONDITION) {
      faults.push({ where: 'condition', what: `is nested more than ${DEEPEST_CONDITION} deep` });
      return;
    }
    const deeper = conditionAt(depth + 1);
    const tag = isObject(value) ? Object.keys(value)[0] : undefined;
    switch (tag) {
      case 'fact':
        return object({ fact: string })(value, where, faults);
      case 'all':
        return object({ all: list(deeper) })(value, where, faults);
      case 'any':
        return object({ any: list(deeper) })(value, where, faults);
      case 'not':
        return object({ not: deeper })(value, where, faults);
    }
    faults.push({ where, what: 'should be a condition: fact, all, any or not' });
  };
}

const selection: Shape = (value, where, faults) =>
  value === 'any' ? undefined : names(value, where, faults);

const scope = {
  kind: string,
  actions: selection,
  purposes: selection,
  categories: selection,
  recipients: selection,
  condition: conditionAt(0),
};

const backing = tagged('kind', {
  permit: object({ ...scope, duties: names }),
  forbid: object(scope),
  never: object(scope),
  enforced: object({ kind: string, text, test: string }),
  duty: object({ kind: string, duty: string }),
  information: object({ kind: string }),
  rest: object({ kind: string }),
});

const cookie = object(
  { label: text, purpose: string, by: string },
  { days, scripts: boolean, path: string, domain: string },
);

const policyShape = object(
  {
    name: string,
    title: text,
    vocabulary: words,
    parts: list(object({ id: string, title: text }, { separate: boolean })),
    clauses: list(
      object({
        id: string,
        title: text,
        sentences: list(object({ id: string, text, backings: list(backing) })),
      }),
    ),
    profiles: list(
      object({
        id: string,
        marks: record(
          object({
            mark: oneOf('as-written', 'with-a-safeguard', 'your-decision-needed'),
            note: text,
          }),
        ),
      }),
    ),
  },
  { cookies: record(cookie) },
);
