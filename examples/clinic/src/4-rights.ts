import { answerOf, type Told } from '../../market/src/story/answer.ts';
import type { Day } from './ward.ts';

const document = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const record = ['history', 'allergy', 'diagnosis', 'medication', 'result'].map(
  (each) => `health.${each}`,
);

/** Part 4: she sees who looked, corrects, and asks to be erased. */
export async function rights(day: Day): Promise<void> {
  const { stage, api, patient } = day;
  stage.chapter('4  Her rights');
  const of = `/v1/subjects/${patient}`;
  const history = await api.get<Told>(`${of}/history?limit=200`);
  stage.decides('Mrs Gu reads who looked', answerOf(history), { permitted: '4.a.2' });
  const lines = JSON.stringify(history.value);
  stage.holds(
    'and finds the night and who signed it',
    lines.includes('"care.emergency"') && lines.includes('"emergency"'),
  );
  const correct = async (fields: Readonly<Record<string, string>>) =>
    answerOf(await api.write<Told>('PATCH', `${of}/fields`, { fields }));
  stage.decides('She has another phone', await correct({ 'contact.phone': '+86 21 5555 0199' }), {
    permitted: '4.b.1',
  });
  stage.decides('She would rather have no asthma', await correct({ 'health.diagnosis': 'None' }), {
    refused: '4.b.2',
  });
  stage.decides('She takes a copy home', answerOf(await api.write<Told>('POST', `${of}/export`)), {
    permitted: '4.a.1',
  });
  await erasing(day, of);
}

/** The law keeps a record for its years: closed at once, and erased when they are over. */
async function erasing({ stage, api, patient, staff }: Day, of: string): Promise<void> {
  const hold = { kind: 'duty', document, verifiedBy: staff.reception };
  const categories = [...record, 'identity.name', 'identity.birth'];
  const placed = await api.write<{ hold: string }>('POST', `${of}/holds`, { ...hold, categories });
  stage.tells('The law on medical records obliges the clinic to keep hers for its years');
  const erased = await api.write<Told>('POST', `${of}/erasure`);
  stage.decides('Mrs Gu moves away, and wants all of it erased', answerOf(erased), {
    permitted: '4.c.1',
  });
  const { held } = erased.value as { held: { categories: readonly string[] } | null };
  stage.holds(
    'what law keeps is closed, and nothing else is left',
    held?.categories.length === categories.length,
  );
  const look = { person: patient, purpose: 'rights', categories: ['kin.phone'], to: 'person' };
  stage.holds(
    'nobody looks at anything of hers, by whatever sentence',
    (await api.turnedAway('POST', '/v1/acts/show', look)) === 'AVOW_ERASED',
  );
  const lifting = `${of}/holds/${placed.hold}?by=${staff.reception}`;
  const lifted = await api.write<{ erased: boolean }>('DELETE', lifting);
  stage.holds('Years later the duty ends, and the record goes by itself (4.c.2)', lifted.erased);
}
