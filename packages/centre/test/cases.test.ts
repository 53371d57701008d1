import { expect, it } from 'vitest';
import { member, place } from './place.ts';

it('does in a case what a button of its page does, and nothing that every object has', async () => {
  const { avow, post } = await place();
  const person = await member(avow);
  const { case: id } = await avow.desk.cases.open({ type: 'support', person, by: person });
  for (const does of ['toString', 'constructor', '__proto__', 'pass']) {
    const answer = await post(`/cases/${id}`, { do: does, once: crypto.randomUUID() }, person);
    expect(answer.status, does).toBe(400);
  }
});
