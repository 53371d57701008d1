import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, digests, readPolicy } from '../src/index.ts';
import { answer } from './reference/answer.ts';

const folder = new URL('../../../vectors/policy/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('vectors/policy', () => {
  test('are there', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  test.each(files)('%s', (file) => {
    const vector = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const policy = readPolicy(vector.policy);
    const engine = compile(policy);
    for (const { true: truths, false: falsehoods, answer: expected, ...question } of vector.cases) {
      const known = {
        ...Object.fromEntries(truths.map((fact: string) => [fact, true])),
        ...Object.fromEntries(falsehoods.map((fact: string) => [fact, false])),
      };
      const { permitted, sentence, rule } = answer(engine, question, known);
      expect(JSON.parse(JSON.stringify({ permitted, sentence, rule }))).toEqual(expected);
    }
    const { meaning, text } = digests(policy, sha256);
    const found = {
      meaning: hex(meaning),
      text: Object.fromEntries(Object.entries(text).map(([tag, digest]) => [tag, hex(digest)])),
    };
    expect(found).toEqual(vector.digests);
  });
});
