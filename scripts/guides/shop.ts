import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** An answer of a shop: its status, and what it said. */
export async function ask(url: string, method = 'GET', body?: object, headers = {}) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: text.startsWith('{') ? JSON.parse(text) : text };
}

const mei = { name: 'Lin Mei', email: 'mei@example.com', address: '1 Quay Street, Xiamen' };

/** Opens an account at a shop of a guide. */
export async function opened(shop: string): Promise<string> {
  const { status, body } = await ask(`${shop}/customers`, 'POST', mei);
  expect(status).toBe(201);
  return `${shop}/customers/${body.id}`;
}

/** That a shop obeys its policy, whatever it is built with. `folder` is where its data lies. */
export async function obeys(shop: string, folder: string): Promise<void> {
  const customer = await opened(shop);
  const label = await ask(`${customer}/label`);
  expect(label).toMatchObject({ status: 200, body: { name: mei.name, address: mei.address } });
  expect(label.body).not.toHaveProperty('email');

  const refused = await ask(`${customer}/newsletter`, 'GET', undefined, {
    'accept-language': 'fr',
  });
  expect(refused.status).toBe(403);
  expect(refused.type).toContain('application/problem+json');
  expect(refused.body).toMatchObject({
    code: 'AVOW_REFUSED',
    sentence: '1.a.3',
    detail: 'We write to you about our products only if you allowed it beforehand.',
    missing: [['allow it']],
  });

  const told = await ask(`${customer}/history`);
  const decided = told.body.happened.flatMap(({ what }: { what: Record<string, unknown> }) =>
    what['kind'] === 'decision'
      ? [`${what['purpose']} ${what['permitted']} ${what['sentence']}`]
      : [],
  );
  expect(decided.slice(0, 2)).toEqual(['newsletter false 1.a.3', 'delivery true 1.a.2']);
  expect(readable(folder)).not.toContain(mei.name);

  expect((await ask(customer, 'DELETE')).status).toBe(200);
  expect((await ask(`${customer}/label`)).status).toBe(410);
  expect((await ask(`${shop}/customers/nobody/label`)).status).toBe(404);
}

/** Every byte that lies at rest in a folder, as text. */
const readable = (folder: string): string =>
  readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
