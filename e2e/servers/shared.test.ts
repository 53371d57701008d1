import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOf, granted } from './client.ts';
import { type Deployment, makeDeployment, type Served } from './deployment.ts';

let deployment: Deployment;
let one: Served;
let other: Served;

beforeAll(async () => {
  deployment = await makeDeployment();
  one = await deployment.serve();
  other = await deployment.serve();
}, 120_000);
afterAll(() => deployment.remove());

it('what one server wrote, another has', async () => {
  const made = await one.ask('POST', '/v1/subjects', { body: { country: 'CN' } });
  expect(made.status).toBe(201);
  const found = await other.ask('GET', `/v1/subjects/${made.body.person}`);
  expect(found).toMatchObject({ status: 200, body: { person: made.body.person } });
  expect(other.vkey).toBe(one.vkey);
});

it('an API key that is revoked on one server is refused by the other from then on', async () => {
  const body = { label: 'a shop', scopes: ['subjects:read', 'subjects:write'] };
  const made = await granted(one.ask('POST', '/v1/keys', { body }));
  const asShop = clientOf(other.url, made.key);
  expect((await asShop('POST', '/v1/subjects', { body: {} })).status).toBe(201);
  await granted(one.ask('DELETE', `/v1/keys/${made.id}`));
  const refused = await asShop('POST', '/v1/subjects', { body: {} });
  expect(refused).toMatchObject({ status: 401, body: { code: 'AVOW_KEY_REFUSED' } });
  asShop.close();
});

it('no password of a database is told', async () => {
  const passwords = [deployment.data, deployment.keys].map((place) => new URL(place).password);
  for (const password of passwords) {
    expect(password.length).toBeGreaterThan(0);
    for (const line of [...one.said, ...other.said]) expect(line).not.toContain(password);
  }
});
