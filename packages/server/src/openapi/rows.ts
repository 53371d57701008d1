import type { Route } from '../http/endpoint.ts';
import type { OpenApi } from './document.ts';

/** A JSON Schema as far as our own document uses it (2020-12, as OpenAPI 3.1 takes it). */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

/** One field of a request or an answer, as the reference prints it. */
export interface Row {
  /** Dots lead into objects; `[]` stands for each element. */
  readonly name: string;
  readonly type: string;
  readonly about: string;
  readonly required: boolean;
}

/** What the reference says once for all routes. */
const everywhere = new Set(['lang', 'Idempotency-Key']);

/** The fields of a route, read from its description: what is documented is what is served. */
export function rowsOf(document: OpenApi, route: Route, side: 'request' | 'answer'): Row[] {
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const operation = paths[route.path]?.[route.method];
  if (!operation) throw new Error(`${route.id} is not described`);
  const look = (schema: Schema) => resolve(document, schema);
  if (side === 'answer') {
    const answer = operation.responses[String(route.status ?? 200)];
    return fieldsOf(schemaIn(answer?.content), '', look);
  }
  const parameters = (operation.parameters ?? [])
    .filter(({ name }) => !everywhere.has(name))
    .map((each) => row(each.name, each.schema ?? {}, each.required ?? false, look));
  return [...parameters, ...fieldsOf(schemaIn(operation.requestBody?.content), '', look)];
}

const schemaIn = (content: Content | undefined): Schema =>
  content?.['application/json']?.schema ?? {};

type Look = (schema: Schema) => Schema;

function fieldsOf(given: Schema, prefix: string, look: Look): Row[] {
  const schema = look(given);
  const forms = schema.oneOf ?? schema.anyOf;
  if (schema.allOf) return schema.allOf.flatMap((each) => fieldsOf(each, prefix, look));
  if (forms) return merged(forms.map((form) => fieldsOf(form, prefix, look)));
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    row(`${prefix}${name}`, field, schema.required?.includes(name) ?? false, look),
    ...inside(field, `${prefix}${name}`, look),
  ]);
}

/** The fields within a field: of an object, or of the objects in a list. */
function inside(given: Schema, name: string, look: Look): Row[] {
  const schema = look(given);
  const forms = (schema.oneOf ?? schema.anyOf)?.filter((form) => look(form).type !== 'null');
  if (forms?.length === 1 && forms[0]) return inside(forms[0], name, look);
  if (schema.items) return fieldsOf(schema.items, `${name}[].`, look);
  const element = schema.prefixItems?.[0];
  if (element) return fieldsOf(element, `${name}[].`, look);
  return fieldsOf(schema, `${name}.`, look);
}

/** Alternatives share fields: each is printed once, and is optional where one of them lacks it. */
function merged(forms: readonly (readonly Row[])[]): Row[] {
  return [...Map.groupBy(forms.flat(), ({ name }) => name)].map(([name, rows]) => ({
    name,
    type: [...new Set(rows.map(({ type }) => type))].join(' | '),
    about: rows.find(({ about }) => about !== '')?.about ?? '',
    required: rows.length === forms.length && rows.every(({ required }) => required),
  }));
}

function row(name: string, field: Schema, required: boolean, look: Look): Row {
  return { name, type: typeOf(field, look), about: look(field).description ?? '', required };
}

function typeOf(given: Schema, look: Look): string {
  const schema = look(given);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const forms = schema.oneOf ?? schema.anyOf;
  if (forms) return [...new Set(forms.map((form) => typeOf(form, look)))].join(' | ');
  // A form with a name, and what is said of it here: that it may be null, say. The nearer word counts.
  const nearest = schema.allOf?.at(-1);
  if (nearest) return typeOf(nearest, look);
  const types = [schema.type ?? 'any'].flat();
  return types
    .map((type) => {
      if (type === 'array')
        return `${typeOf(schema.items ?? schema.prefixItems?.[0] ?? {}, look)}[]`;
      return type;
    })
    .join(' | ');
}

function resolve(document: OpenApi, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const found = document.components?.schemas?.[name] as Schema | undefined;
  if (!found) throw new Error(`the description lacks ${name}`);
  return found;
}
