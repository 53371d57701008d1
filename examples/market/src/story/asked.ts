import { randomUUID } from 'node:crypto';
import { answerOf, type Told } from './answer.ts';
import type { Desk } from './desk.ts';

/** S.7: Wen asks what cannot be done by oneself, and is answered before the date. */
export async function askedByWen({ api, stage, wen, staff }: Desk): Promise<void> {
  const [by] = staff;
  const text = 'Which clerk at the carrier printed my label?';
  const form = { about: 'explanation', asked: text, once: randomUUID() };
  const asked = await wen.browser.send('/mine/cases/ask', form);
  const inCase = asked.path.replace('/mine/cases/', '');
  const { due } = await api.get<{ due: string }>(`/v1/requests/${inCase}`);
  stage.holds(`Wen asks us something, to be answered by ${due.slice(0, 10)}`, asked.status === 200);
  await api.write('POST', `/v1/cases/${inCase}/assignment`, { by, operator: by });
  const answer = { by, text: 'We are not told which clerk; the record names the carrier.' };
  await api.write('POST', `/v1/requests/${inCase}/answer`, answer);
  const page = await wen.browser.read(asked.path);
  stage.holds('and reads the answer, in time', page.includes(answer.text));
}

/** S.6: somebody turns out to be a child, and no guardian has accepted. */
export async function ofAChild({ api, stage, staff }: Desk): Promise<void> {
  const [by] = staff;
  const { person } = await api.write<{ person: string }>('POST', '/v1/subjects', { country: 'CN' });
  const child = `/v1/subjects/${person}/child`;
  const erased = async () => answerOf(await api.write<Told>('POST', `${child}/erasure`, { by }));
  stage.decides('An operator wants to erase somebody who is no child', await erased(), {
    refused: 'P.1',
    ground: 'S.6',
  });
  const document = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';
  await api.write('POST', child, { by, document });
  stage.decides('They are known to be one, and no guardian accepted', await erased(), {
    permitted: 'S.6.2',
  });
}
