import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MarketWords } from '@avow/policy-market';
import type { Avow } from 'avow';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Answering,
  answeringFaults,
  faultAnswer,
  fetchAnswer,
  nodeAnswer,
  nodeFaults,
} from '../src/index.ts';
import { site } from './site.ts';

const news = { purpose: 'marketing.own', categories: ['contact.email'] } as const;
const request = (language = 'en') =>
  new Request('http://shop.example/', { headers: { 'accept-language': language } });

/** Somebody who accepted and whose name is kept. */
async function somebody(avow: Avow<MarketWords>) {
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { 'contact.name': 'Lin Mei' };
  const kept = await avow.collect({ person, purpose: 'account', fields });
  expect(kept.permitted).toBe(true);
  return person;
}

describe('an answer', () => {
  it('is the value of what is permitted, or what is made of it', async () => {
    const { avow } = await site();
    const answer = fetchAnswer(avow as unknown as Answering);
    const seen = await avow.export({ person: await somebody(avow) });
    const made = await answer(request(), seen, ({ held }) => held.map(({ value }) => value), {
      status: 201,
    });
    expect([made.status, await made.json()]).toEqual([201, ['Lin Mei']]);
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(await (await answer(request(), seen)).json()).toHaveProperty('held');
  });

  it('is the sentence that refuses, in the reader’s language, and no value', async () => {
    const { avow } = await site();
    const answer = fetchAnswer(avow as unknown as Answering);
    const person = await somebody(avow);
    const refused = await avow.act('message', { person, ...news });
    expect(refused.permitted).toBe(false);
    const told = await answer(request('zh-CN'), refused, () => 'never told', { status: 201 });
    expect([told.status, told.headers.get('content-language')]).toEqual([403, 'zh-CN']);
    expect(told.headers.get('content-type')).toContain('application/problem+json');
    const { detail, ...problem } = (await told.json()) as Record<string, unknown>;
    expect(detail).toMatch(/\p{Script=Han}/u);
    expect(problem).toMatchObject({ code: 'AVOW_REFUSED', sentence: refused.sentence });
    expect(JSON.stringify(problem)).not.toMatch(/Lin Mei|never told/);
  });
});

describe('a fault', () => {
  const busy = Object.assign(new Error('full'), { code: 'AVOW_BUSY', retryAfter: 2.5 });
  const own = new Error('the application’s own');

  it('is answered by its code, and tells nothing else', async () => {
    const told = faultAnswer(busy);
    expect([told.status, told.headers.get('retry-after')]).toEqual([503, '3']);
    expect(await told.json()).toEqual({ title: 'Try again', status: 503, code: 'AVOW_BUSY' });
    const { avow } = await site();
    const route = answeringFaults(async () => {
      await avow.act('use', { person: 'nobody' as never, ...news });
      return new Response();
    });
    expect((await route()).status).toBe(404);
  });

  it('goes on where it is none of ours', async () => {
    expect(() => faultAnswer(own)).toThrow(own);
    await expect(answeringFaults(() => Promise.reject(own))()).rejects.toBe(own);
    const passed: unknown[] = [];
    nodeFaults()(own, {} as never, { headersSent: false } as never, (each) => passed.push(each));
    // A head that has left cannot be taken back: the framework cuts the answer off.
    nodeFaults()(busy, {} as never, { headersSent: true } as never, (each) => passed.push(each));
    expect(passed).toEqual([own, busy]);
  });
});

it('node:http answers the same', async () => {
  const { avow } = await site();
  const answer = nodeAnswer(avow as unknown as Answering);
  const person = await somebody(avow);
  const server = createServer(async (request, response) => {
    await answer(request, response, await avow.act('message', { person, ...news }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const told = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(told.status).toBe(403);
  expect(await told.json()).toMatchObject({ code: 'AVOW_REFUSED' });
});
