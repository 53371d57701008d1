import fc from 'fast-check';
import type { OpenApi } from '../../src/openapi/document.ts';

/** A JSON Schema as far as our own document uses it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Text that means something here, among text that means nothing anywhere. */
export const text = (known: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known) },
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '\0', '\ud800', '__proto__', 'x'.repeat(20_000)),
  );

const anything = fc.jsonValue({ maxDepth: 2 });

/** Values that a schema admits, now and then with something in them that it does not. */
export function nearlyRight(
  document: OpenApi,
  schema: Schema,
  known: readonly string[],
): fc.Arbitrary<unknown> {
  const go = (given: Schema): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 30, arbitrary: right(given) }, anything);

  function right(given: Schema): fc.Arbitrary<unknown> {
    if (given.$ref !== undefined) return go(named(document, given.$ref));
    if (given.const !== undefined) return fc.constant(given.const);
    if (given.enum) return fc.constantFrom(...given.enum);
    if (given.anyOf) return fc.oneof(...given.anyOf.map(go));
    if (given.prefixItems) return fc.tuple(...given.prefixItems.map(go));
    if (given.items) return fc.array(go(given.items), { minLength: 1, maxLength: 3 });
    if (given.properties) {
      const fields = Object.entries(given.properties).map(
        ([name, field]): [string, fc.Arbitrary<unknown>] => [name, go(field)],
      );
      const requiredKeys = [...(given.required ?? [])];
      return fc.record<Record<string, unknown>>(Object.fromEntries(fields), { requiredKeys });
    }
    if (typeof given.additionalProperties === 'object') {
      return fc.dictionary(text(known), go(given.additionalProperties), { minKeys: 1, maxKeys: 4 });
    }
    return given.type === 'string' ? text(known) : anything;
  }
  return go(schema);
}

function named(document: OpenApi, ref: string): Schema {
  const name = ref.replace('#/components/schemas/', '');
  const found = document.components?.schemas?.[name];
  if (!found) throw new Error(`the description lacks ${name}`);
  return found as Schema;
}
