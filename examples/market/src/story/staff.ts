import type { Day } from './cast.ts';

/** Three who work at the desk, by the ids that records name them with. */
export type Staff = readonly [one: string, another: string, third: string];

/** Appoints them: whoever was not appointed decides nothing. */
export async function appointed({ api }: Pick<Day, 'api'>): Promise<Staff> {
  const staff: string[] = [];
  for (const _ of ['one', 'another', 'a third']) {
    const { person: operator } = await api.write<{ person: string }>('POST', '/v1/subjects', {
      kind: 'device',
    });
    await api.write('POST', '/v1/staff', { operator });
    staff.push(operator);
  }
  return staff as unknown as Staff;
}
