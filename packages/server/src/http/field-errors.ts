import type { z } from '@hono/zod-openapi';
import { pointerOf } from '../json/pointer.ts';
import type { FieldError, Place } from './fault.ts';

type Issue = z.core.$ZodIssue;

/** More would help nobody to mend a request. */
const MOST = 20;

/** What a schema found wrong in a part of a request: where and what, never the value. */
export function fieldErrors(
  place: Place,
  part: unknown,
  error: z.ZodError | undefined,
): FieldError[] {
  return (error?.issues ?? []).flatMap((issue) => tell(place, part, issue)).slice(0, MOST);
}

function tell(place: Place, part: unknown, issue: Issue): FieldError[] {
  const at = (path: readonly PropertyKey[], code: string, detail: string): FieldError => ({
    in: place,
    pointer: pointerOf(path),
    code,
    detail,
  });
  switch (issue.code) {
    case 'invalid_type':
      return isAbsent(part, issue.path)
        ? [at(issue.path, 'missing', `needed: ${issue.expected}`)]
        : [at(issue.path, 'type', `must be: ${issue.expected}`)];
    case 'too_big':
      return [at(issue.path, 'too-large', `at most ${issue.maximum}`)];
    case 'too_small':
      return [at(issue.path, 'too-small', `at least ${issue.minimum}`)];
    case 'invalid_format':
      return [at(issue.path, 'format', 'not of the form that the reference states')];
    case 'unrecognized_keys':
      return issue.keys.map((key) => at([...issue.path, key], 'unknown', 'there is no such field'));
    case 'invalid_value':
      return [at(issue.path, 'value', `one of: ${issue.values.map(String).join(', ')}`)];
    case 'invalid_union':
      return [at(issue.path, 'form', 'none of the forms that the reference states')];
    case 'invalid_key':
      return [at(issue.path, 'name', 'not a name that may stand here')];
    case 'invalid_element':
      return [at(issue.path, 'element', 'holds an element that may not stand here')];
    case 'not_multiple_of':
      return [at(issue.path, 'value', `a multiple of ${issue.divisor}`)];
    case 'custom':
      return [at(issue.path, 'value', issue.message)];
  }
}

function isAbsent(part: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (whole, step) => (whole as Record<PropertyKey, unknown> | undefined)?.[step],
    part,
  );
  return found === undefined;
}
