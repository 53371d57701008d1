import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { catalogue } from '../http/catalogue.ts';
import type { Route } from '../http/endpoint.ts';
import { TOKEN_PATH } from '../oauth/issuer.ts';
import type { Chapter } from '../v1/routes.ts';
import { codesOf } from './codes.ts';

/** An OpenAPI 3.1 document. */
export type OpenApi = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

const problem = z
  .object({
    type: z.string().openapi({ example: '/docs/errors#AVOW_REQUEST_INVALID' }),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string(),
    scope: z.string().optional().openapi({ description: 'With `AVOW_SCOPE_MISSING`.' }),
    limit: z
      .enum(['key', 'address'])
      .optional()
      .openapi({ description: 'With `AVOW_RATE_LIMITED`.' }),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'path', 'query', 'header']).optional(),
          pointer: z.string(),
          code: z.string().optional(),
          detail: z.string().optional(),
        }),
      )
      .optional(),
  })
  .openapi('Problem', { description: 'RFC 9457.' });

/** Describes `/v1` in OpenAPI 3.1, from the same routes that serve it. */
export function describe(chapters: readonly Chapter[], version: string): OpenApi {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key: `avk_<id>_<secret>`.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'partyToken', {
    type: 'oauth2',
    description: 'A token of a party, `avt_…`: client credentials by `private_key_jwt` (RFC 7523).',
    flows: { clientCredentials: { tokenUrl: TOKEN_PATH, scopes: {} } },
  });
  for (const { title, routes } of chapters) {
    for (const route of routes) app.openAPIRegistry.registerPath(operation(route, title));
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Avow',
      version,
      description:
        'A platform’s privacy policy, carried out. Decisions are answered with 200 whether they permit or refuse; only a request that cannot be answered is a problem.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    tags: chapters.map(({ title, about }) => ({ name: title, description: about })),
  });
}

function operation(route: Route, tag: string): RouteConfig {
  return {
    method: route.method,
    path: route.path,
    operationId: route.id,
    tags: [tag],
    summary: route.summary,
    ...(route.about && { description: route.about }),
    security: securityOf(route.scope),
    request: {
      params: route.params as z.ZodObject,
      query: (route.query as z.ZodObject).extend({ lang }),
      ...(route.write && { headers: z.object({ 'Idempotency-Key': idempotencyKey }) }),
      ...(route.streams && { body: { required: true, content: contentOf(route.streams) } }),
      ...(route.body && {
        body: { required: true, content: { 'application/json': { schema: route.body } } },
      }),
    },
    responses: {
      [route.status ?? 200]: {
        description: whoMay(route.scope),
        content: { 'application/json': { schema: route.answer } },
        ...(route.write && { headers: z.object({ 'Idempotency-Replayed': replayed.optional() }) }),
      },
      ...problems(route),
    },
  };
}

/** Who is let in: anyone, a party by its token, or a key with the scope. */
function securityOf(scope: Route['scope']): NonNullable<RouteConfig['security']> {
  if (scope === 'public') return [];
  return scope === 'partner' ? [{ partyToken: [] }] : [{ apiKey: [scope] }];
}

function whoMay(scope: Route['scope']): string {
  if (scope === 'public') return 'Answered.';
  return scope === 'partner' ? 'Answered to a party.' : `Answered. Scope: ${scope}.`;
}

/** A body that is read line by line: its form is the type's own. */
function contentOf(types: readonly string[]) {
  const schema = z.string().openapi({ description: 'Lines.', format: 'binary' });
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

const lang = z.string().optional().openapi({
  description: 'The language of the answer’s words, before `Accept-Language`.',
  example: 'zh-CN',
});
const idempotencyKey = z.string().min(1).max(255).openapi({
  description: 'A new one for each write, the same one for its retries.',
});
const replayed = z.literal('true').openapi({
  description: 'The outcome is the one recorded when this write first came.',
});

function problems(route: Route): RouteConfig['responses'] {
  const byStatus = Map.groupBy(codesOf(route), (code) => catalogue[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${catalogue[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}
