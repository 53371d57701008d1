import type { Fault } from '../fault.ts';
import type { Text } from '../model/text.ts';

const parameter = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/**
 * Puts parameters in place of `{name}` in every text found in plain data. A text is an object whose
 * keys are just the languages. Adds a fault for each unknown and each unused parameter.
 */
export function substitute<T>(
  data: T,
  languages: readonly string[],
  parameters: Readonly<Record<string, Text>>,
  faults: Fault[],
): T {
  const used = new Set<string>();
  const unknown = new Set<string>();

  const fill = (text: string, language: string): string =>
    text.replace(parameter, (whole, name: string) => {
      used.add(name);
      const value = Object.hasOwn(parameters, name) ? parameters[name]?.[language] : undefined;
      if (value === undefined) unknown.add(name);
      return value ?? whole;
    });

  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const text = isText(value, languages);
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        text && typeof part === 'string' ? fill(part, key) : walk(part),
      ]),
    );
  };

  const filled = walk(data) as T;
  for (const name of unknown) {
    faults.push({ where: `parameter ${name}`, what: 'a text uses it, but it has no value' });
  }
  for (const name of Object.keys(parameters)) {
    if (!used.has(name)) faults.push({ where: `parameter ${name}`, what: 'no text uses it' });
  }
  return filled;
}

function isText(value: object, languages: readonly string[]): boolean {
  const keys = Object.keys(value);
  return keys.length === languages.length && keys.every((key) => languages.includes(key));
}
