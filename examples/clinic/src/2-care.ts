import { comesIn } from '../../market/src/story/partner.ts';
import { attest, type Day, ended, look, signed } from './ward.ts';

const record = ['health.diagnosis', 'health.medication'];

/** Part 2: who sees a medical record, and what it takes. */
export async function care(day: Day): Promise<void> {
  await treating(day);
  await referring(day);
  await inAnEmergency(day);
  await toAHospital(day);
}

async function treating(day: Day): Promise<void> {
  const { stage, staff } = day;
  stage.chapter('2.a  Whoever treats her');
  stage.decides(
    'Dr Shen opens the record, and nobody has said that he treats her',
    await look(day, staff.shen, record),
    {
      refused: '2.a.3',
    },
  );
  const to = { staff: staff.shen };
  await attest(day, { fact: 'treating', to, by: staff.reception });
  stage.decides('Reception enters that he does', await look(day, staff.shen, record), {
    permitted: '2.a.1',
  });
  stage.decides('Dr Qiu is curious', await look(day, staff.qiu, record), { refused: '2.a.3' });
  const own = await attest(day, { fact: 'treating', to: { staff: staff.qiu }, by: staff.qiu });
  const path = `/v1/attestations/${own}/signatures`;
  stage.holds(
    'and cannot sign for herself that she treats Mrs Gu',
    (await day.api.turnedAway('POST', path, { by: staff.qiu })) === 'AVOW_STATE',
  );
  stage.decides('so her own word opens nothing', await look(day, staff.qiu, record), {
    refused: '2.a.3',
  });
  const nursing = { fact: 'treating', to: { staff: staff.nurse }, by: staff.reception };
  await attest(day, nursing);
  stage.decides(
    'The nurse of the day sees allergies',
    await look(day, staff.nurse, ['health.allergy']),
    {
      permitted: '2.a.2',
    },
  );
  stage.decides('and no diagnosis', await look(day, staff.nurse, ['health.diagnosis']), {
    refused: '1.a.1',
  });
  const desk = (what: readonly string[]) => look(day, staff.reception, what, 'appointments');
  stage.decides('Reception sees whom to call', await desk(['identity.name', 'contact.phone']), {
    permitted: '2.a.4',
  });
  stage.decides('and no diagnosis either', await desk(['health.diagnosis']), { refused: '2.a.3' });
}

async function referring(day: Day): Promise<void> {
  const { stage, staff } = day;
  stage.chapter('2.b  A colleague is asked');
  const referral = await attest(day, {
    fact: 'referred',
    to: { staff: staff.qiu },
    by: staff.shen,
  });
  stage.decides('Dr Shen refers her to Dr Qiu', await look(day, staff.qiu, record), {
    permitted: '2.b.1',
  });
  await ended(day, referral);
  stage.decides('Dr Qiu looks again after that', await look(day, staff.qiu, record), {
    refused: '2.a.3',
  });
}

/** 2.c: two others sign, and neither of them is the doctor who asks. */
async function inAnEmergency(day: Day): Promise<void> {
  const { stage, staff } = day;
  stage.chapter('2.c  An emergency at night');
  const rush = () => look(day, staff.tang, [...record, 'kin.phone'], 'care.emergency');
  const said = { fact: 'emergency', to: { staff: staff.tang }, by: staff.tang };
  const emergency = await attest(day, said);
  stage.decides('Dr Tang says that it is one', await rush(), { refused: '2.a.3' });
  await signed(day, emergency, staff.nurse);
  stage.decides('The nurse signs', await rush(), { refused: '2.a.3' });
  await signed(day, emergency, staff.shen);
  stage.decides('Dr Shen, called at home, signs as well', await rush(), { permitted: '2.c.1' });
  await ended(day, emergency);
  stage.decides('It is over', await rush(), { refused: '2.a.3' });
}

async function toAHospital(day: Day): Promise<void> {
  const { stage, api, patient, staff } = day;
  stage.chapter('2.b  Another house');
  const to = { party: 'river-hospital' };
  await api.write('POST', '/v1/parties/river-hospital/engagements', {
    ...{ as: 'hospital', purposes: ['care.treatment'], country: 'CN' },
    categories: ['identity.name', ...record],
  });
  const ask = { person: patient, purpose: 'care.treatment', categories: record, to };
  stage.decides('River Hospital asks for her record', await api.seal('provide', ask), {
    refused: '2.b.2',
  });
  const referral = await attest(day, { fact: 'referred', to, by: staff.shen });
  const sent = await api.seal('provide', ask);
  stage.decides('Dr Shen has referred her there', sent, { permitted: '2.b.2' });
  const hospital = await comesIn(api, 'river-hospital');
  stage.decides('The hospital opens it', await hospital.opens(sent.value), { permitted: '2.b.2' });
  await ended(day, referral);
  stage.decides('She is back; the hospital opens it again', await hospital.opens(sent.value), {
    refused: '2.b.2',
  });
}
