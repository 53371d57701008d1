import type { Api } from '../../market/src/story/api.ts';
import type { Stage } from '../../market/src/story/stage.ts';
import { appointed, type Day, somebody, write } from './ward.ts';

/** Mrs Gu comes to the clinic for the first time. */
export async function registering(stage: Stage, api: Api): Promise<Day> {
  stage.chapter('Registering');
  const patient = await somebody(api, 'person');
  const form = {
    'identity.name': 'Gu Minhua',
    'identity.birth': '1961-04-12',
    'contact.phone': '+86 21 5555 0142',
    'kin.name': 'Gu Lin',
    'kin.phone': '+86 21 5555 0177',
    insurance: 'HK-20-118',
  };
  stage.decides(
    'Reception types the form before Mrs Gu has agreed to anything',
    await write({ api, patient }, 'registration', form),
    { refused: '1.a.2' },
  );
  const accepted = { answer: 'accept', language: 'en' };
  await api.write('POST', `/v1/subjects/${patient}/agreement`, accepted);
  stage.decides(
    'She accepts, and it is typed again',
    await write({ api, patient }, 'registration', form),
    {
      permitted: '1.b.1',
    },
  );
  const day = { stage, api, patient, staff: await appointed(api) };
  stage.tells('Three doctors, a nurse and the reception are at work');
  stage.decides(
    'Dr Shen examines her, and her record is written',
    await write(day, 'care.treatment', {
      'health.history': 'Coughs at night since March.',
      'health.allergy': 'Penicillin',
      'health.diagnosis': 'J45.0, asthma',
      'health.medication': 'Budesonide',
      'health.result': 'FEV1 71 %',
    }),
    { permitted: '1.b.2' },
  );
  stage.decides('and what it cost', await write(day, 'billing', { bill: 'Spirometry, 180' }), {
    permitted: '1.b.3',
  });
  return day;
}
