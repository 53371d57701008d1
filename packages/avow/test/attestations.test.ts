import { describe, expect, it, onTestFinished } from 'vitest';
import { type ClinicWords, policy } from '../../../policies/clinic/src/index.ts';
import { type Avow, asPartyId, createAvow, type PersonId } from '../src/index.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { DOCUMENT, giveKey } from './desk.ts';
import { DAY, handClock, keyring, type Market, market, place, storesOf } from './place.ts';
import { channels, summary } from './versions.ts';

type Clinic = Avow<ClinicWords>;

/** A copy of the policy, as far as tests change it. */
interface Copy {
  readonly vocabulary: {
    readonly facts: {
      readonly treating: {
        audience: readonly string[];
        readonly attested: { days: number; recipient: boolean };
      };
    };
  };
}

const copied = () => structuredClone(policy) as unknown as Copy;
const made = (copy: Copy) => copy as unknown as typeof policy;

/** A clinic with a patient, two doctors, a nurse and a reception. */
async function clinic(of = policy) {
  const clock = handClock();
  const stores = await storesOf(place());
  const avow: Clinic = await createAvow({ policy: of, ...stores, keys: keyring, clock });
  onTestFinished(() => avow.close());
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  const fields = { 'health.diagnosis': 'J45.0', 'identity.name': 'Gu' };
  for (const [category, value] of Object.entries(fields)) {
    const purpose = category === 'identity.name' ? 'registration' : 'care.treatment';
    await avow.collect({ person, purpose, fields: { [category]: value } });
  }
  const appoint = async (as: string) => {
    const { person: operator } = await avow.subjects.create({ kind: 'device' });
    await avow.desk.staff.appoint({ operator, as });
    return operator;
  };
  const [doctor, other] = [await appoint('doctor'), await appoint('doctor')];
  const [nurse, reception] = [await appoint('nurse'), await appoint('reception')];
  const look = (staff: PersonId, purpose: 'care.treatment' | 'care.emergency' = 'care.treatment') =>
    avow.act('show', { person, purpose, categories: ['health.diagnosis'], to: { staff } });
  return { avow, clock, person, doctor, other, nurse, reception, look };
}

const hospital = asPartyId('hospital');

describe('a fact that a policy brings along itself', () => {
  it('holds for whom it names, from the last signature on, for as long as the policy lets it', async () => {
    const { avow, clock, person, doctor, other, nurse, reception, look } = await clinic();
    const fact = { person, fact: 'emergency', to: { staff: doctor } } as const;
    const asked = await avow.attestations.attest({ ...fact, by: doctor });
    expect(asked).toMatchObject({ state: 'requested', signed: [], since: undefined });
    const { attestation } = asked;
    clock.pass(DAY / 2);
    await avow.attestations.sign({ attestation, by: nurse });
    refusedBy(await look(doctor, 'care.emergency'), '2.a.3');
    const request = { attestation, by: reception, idempotencyKey: 'second' };
    const stands = await avow.attestations.sign(request);
    expect(stands).toMatchObject({ state: 'standing', since: clock.now() });
    // What comes again is the same, and its day begins no second time.
    expect(await avow.attestations.sign(request)).toEqual(stands);
    permittedBy(await look(doctor, 'care.emergency'), '2.c.1');
    refusedBy(await look(other, 'care.emergency'), '2.a.3');
    // For an emergency, and for nothing else.
    refusedBy(await look(doctor), '1.a.1');
    clock.pass(DAY - 1);
    permittedBy(await look(doctor, 'care.emergency'), '2.c.1');
    clock.pass(1);
    refusedBy(await look(doctor, 'care.emergency'), '2.a.3');
    expect(await avow.attestations.of(person)).toMatchObject([{ attestation, until: clock.now() }]);
  });

  it('is over when it is ended, and with who is named when they leave', async () => {
    const { avow, person, doctor, other, reception, look } = await clinic();
    const say = (staff: PersonId) =>
      avow.attestations.attest({ person, fact: 'treating', to: { staff }, by: reception });
    const { attestation } = await say(doctor);
    await say(other);
    permittedBy(await look(doctor), '2.a.1');
    await avow.attestations.end({ attestation, by: reception });
    refusedBy(await look(doctor), '2.a.3');
    await expect(avow.attestations.end({ attestation })).rejects.toMatchObject({
      code: 'AVOW_STATE',
    });
    permittedBy(await look(other), '2.a.1');
    await avow.desk.staff.dismiss({ operator: other });
    refusedBy(await look(other), '1.a.1');
    await avow.desk.staff.appoint({ operator: other, as: 'reception' });
    // Named as before, and something else now.
    refusedBy(await look(other), '1.a.1');
  });

  it('stands on the signatures of those who worked here when they gave them', async () => {
    const { avow, person, doctor, nurse, reception, look } = await clinic();
    const fact = { person, fact: 'emergency', to: { staff: doctor } } as const;
    const { attestation } = await avow.attestations.attest({ ...fact, by: nurse });
    // Who has left signs no more; what they signed before was true, and was signed by who might.
    await avow.desk.staff.dismiss({ operator: nurse });
    await avow.attestations.sign({ attestation, by: reception });
    await avow.desk.staff.dismiss({ operator: reception });
    permittedBy(await look(doctor, 'care.emergency'), '2.c.1');
    // What should not stand on them any more is ended.
    expect(await avow.attestations.end({ attestation })).toMatchObject({ running: [] });
    refusedBy(await look(doctor, 'care.emergency'), '2.a.3');
  });

  it('is signed by nobody who is in it, twice by nobody, and by nobody from outside', async () => {
    const { avow, person, doctor, nurse } = await clinic();
    const fact = { person, fact: 'emergency', to: { staff: doctor } } as const;
    const { attestation } = await avow.attestations.attest({ ...fact, by: nurse });
    const sign = (by: PersonId) => avow.attestations.sign({ attestation, by });
    await expect(sign(doctor)).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
    await expect(sign(nurse)).rejects.toMatchObject({ code: 'AVOW_EXISTS', field: 'by' });
    await expect(sign(person)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'by' });
    await expect(avow.attestations.attest({ ...fact, by: person })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
  });

  it('counts no longer than it was signed for, and for whom, where a version asks for less', async () => {
    const { avow, clock, person, doctor, other, reception, look } = await clinic();
    const attest = (what: object) =>
      avow.attestations.attest({ person, fact: 'treating', by: reception, ...what });
    const looser = copied();
    const { treating } = looser.vocabulary.facts;
    const comes = async () => {
      const next = { policy: made(looser), summary, channels };
      await avow.policy.announce({ ...next, from: clock.now() + 30 * DAY });
      clock.pass(31 * DAY);
    };
    await attest({ to: { staff: doctor } });
    treating.attested.days = 400;
    await comes();
    clock.pass(149 * DAY - 1);
    permittedBy(await look(doctor), '2.a.1');
    clock.pass(1);
    refusedBy(await look(doctor), '2.a.3');
    await attest({ to: { staff: doctor } });
    permittedBy(await look(doctor), '2.a.1');
    treating.attested.recipient = false;
    await comes();
    for (const staff of [doctor, other]) refusedBy(await look(staff), '2.a.3');
    await attest({});
    permittedBy(await look(other), '2.a.1');
  });

  it('is named to the person only where they may learn of it', async () => {
    const hidden = copied();
    hidden.vocabulary.facts.treating.audience = ['operator'];
    for (const [of, fact] of [
      [policy, 'treating'],
      [made(hidden), undefined],
    ] as const) {
      const { avow, person, doctor, reception } = await clinic(of);
      const to = { staff: doctor };
      await avow.attestations.attest({ person, fact: 'treating', to, by: reception });
      const page = permittedBy(await avow.history({ person, limit: 1 }), '4.a.2');
      expect(page.happened[0]?.what).toMatchObject({ evidence: 'attestation', fact });
    }
  });

  it('opens nothing that was handed over before it stood', async () => {
    const { avow, clock, person, doctor } = await clinic();
    await avow.parties.engage({
      ...{ party: hospital, as: 'hospital', purposes: ['care.treatment'], country: 'CN' },
      categories: ['health.diagnosis'],
    });
    await giveKey(avow as unknown as Market, hospital);
    const refer = () =>
      avow.attestations.attest({ person, fact: 'referred', to: { party: hospital }, by: doctor });
    const { attestation } = await refer();
    const sent = permittedBy(
      await avow.disclosures.seal('provide', {
        ...{ person, purpose: 'care.treatment', categories: ['health.diagnosis'] },
        to: { party: hospital },
      }),
      '2.b.2',
    );
    const open = () => avow.disclosures.open({ party: hospital, disclosure: sent.disclosure });
    permittedBy(await open(), '2.b.2');
    const { running } = await avow.attestations.end({ attestation });
    // What had been opened a moment ago runs out by itself.
    expect(running).toMatchObject([{ party: hospital, disclosure: sent.disclosure }]);
    clock.pass(1_000);
    await refer();
    refusedBy(await open(), '2.b.2');
  });

  it('comes to be of nobody whose erasure a legal hold keeps waiting, and may end', async () => {
    const { avow, person, doctor, nurse, reception } = await clinic();
    const fact = { person, fact: 'emergency', to: { staff: doctor } } as const;
    const { attestation } = await avow.attestations.attest({ ...fact, by: nurse });
    const hold = { kind: 'proceedings', document: DOCUMENT, verifiedBy: reception } as const;
    await avow.holds.place({ person, ...hold });
    await avow.erase({ person });
    const signing = { attestation, by: reception };
    await expect(avow.attestations.sign(signing)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect(await avow.attestations.end(signing)).toMatchObject({ state: 'ended' });
  });

  it('is one that the policy has, about whom it says, by one of the staff', async () => {
    const { avow, person, doctor, reception } = await clinic();
    const attest = (what: object) =>
      avow.attestations.attest({ person, by: reception, ...what } as never);
    const to = { staff: doctor };
    for (const fact of ['accepted', 'constructor', 'nonsense', undefined]) {
      await expect(attest({ fact, to })).rejects.toMatchObject({ code: 'AVOW_UNKNOWN_WORD' });
    }
    const rejected = [{}, { to: { user: 'x', party: 'y' } }, { to, by: undefined }];
    for (const what of [...rejected, { to, until: 1 }]) {
      await expect(attest({ fact: 'treating', ...what })).rejects.toMatchObject({
        code: 'AVOW_INPUT',
      });
    }
    const { person: customer } = await avow.subjects.create();
    await avow.erase({ person: doctor });
    for (const staff of ['nobody', customer, doctor]) {
      const naming = attest({ fact: 'treating', to: { staff } });
      await expect(naming).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND', field: 'to.staff' });
    }
    await expect(attest({ fact: 'treating', to: { user: 'nobody' } })).rejects.toMatchObject({
      ...{ code: 'AVOW_NOT_FOUND', field: 'to.user' },
    });
    expect(await avow.attestations.of(person)).toEqual([]);
    const nobody = { attestation: 'nonsense' as never, by: reception };
    await expect(avow.attestations.sign(nobody)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    const plain = await market();
    const { person: other } = await plain.subjects.create();
    await expect(
      plain.attestations.attest({ person: other, fact: 'serving', by: other }),
    ).rejects.toMatchObject({ code: 'AVOW_UNKNOWN_WORD', field: 'fact' });
  });
});

describe('who works at the desk', () => {
  it('is of a class that the policy names, inside the platform', async () => {
    const { avow, nurse } = await clinic();
    const appoint = (as: string) => avow.desk.staff.appoint({ operator: nurse, as });
    await expect(appoint('surgeon')).rejects.toMatchObject({
      code: 'AVOW_UNKNOWN_WORD',
      field: 'as',
    });
    await expect(appoint('insurer')).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'as' });
    await expect(appoint('nurse')).rejects.toMatchObject({ code: 'AVOW_STATE' });
    expect(await appoint('doctor')).toMatchObject({ state: 'appointed', as: 'doctor' });
    expect(await avow.desk.staff.dismiss({ operator: nurse })).toMatchObject({ as: 'doctor' });
  });
});
