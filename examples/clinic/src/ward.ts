import { answerOf, type Told } from '../../market/src/story/answer.ts';
import type { Api } from '../../market/src/story/api.ts';
import type { Stage } from '../../market/src/story/stage.ts';

/** Everybody who works at the clinic on the day of the story, by the ids that the records have for them. */
export interface Staff {
  readonly shen: string;
  readonly qiu: string;
  readonly tang: string;
  readonly nurse: string;
  readonly reception: string;
}

/** What every chapter has: the stage, the clinic's own program, one patient, and who works here. */
export interface Day {
  readonly stage: Stage;
  readonly api: Api;
  readonly patient: string;
  readonly staff: Staff;
}

/** Somebody whom the records speak of. */
export async function somebody(api: Api, kind: 'person' | 'device'): Promise<string> {
  return (await api.write<{ person: string }>('POST', '/v1/subjects', { kind })).person;
}

/** Appoints those who work here, each as what they are. */
export async function appointed(api: Api): Promise<Staff> {
  const appoint = async (as: string) => {
    const operator = await somebody(api, 'device');
    await api.write('POST', '/v1/staff', { operator, as });
    return operator;
  };
  return {
    shen: await appoint('doctor'),
    qiu: await appoint('doctor'),
    tang: await appoint('doctor'),
    nurse: await appoint('nurse'),
    reception: await appoint('reception'),
  };
}

/** One of the staff wants to see something of the patient. */
export const look = (
  { api, patient }: Day,
  staff: string,
  categories: readonly string[],
  purpose = 'care.treatment',
) => api.act('show', { person: patient, purpose, categories, to: { staff } });

/** Has a fact of the clinic's own put on record; answers its id. */
export async function attest({ api, patient }: Day, said: Readonly<Record<string, unknown>>) {
  const path = `/v1/subjects/${patient}/attestations`;
  return (await api.write<{ attestation: string }>('POST', path, said)).attestation;
}

export const signed = ({ api }: Day, attestation: string, by: string) =>
  api.write('POST', `/v1/attestations/${attestation}/signatures`, { by });

export const ended = ({ api }: Day, attestation: string) =>
  api.write('POST', `/v1/attestations/${attestation}/end`, {});

/** Writes values of the patient down. */
export async function write(
  { api, patient }: Pick<Day, 'api' | 'patient'>,
  purpose: string,
  fields: Readonly<Record<string, string>>,
) {
  return answerOf(
    await api.write<Told>('POST', `/v1/subjects/${patient}/fields`, { purpose, fields }),
  );
}
