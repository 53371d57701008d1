import type { Day } from './cast.ts';
import { appointed } from './staff.ts';

/** 6.d: the desk at which a violation is decided, the appeal of whom it is about, and what they read of it. */
export async function violation({ stage, api, wen }: Day): Promise<void> {
  const { person } = wen;
  const [one, another, third] = await appointed({ api });
  const { violation } = await api.write<{ violation: string }>(
    'POST',
    `/v1/subjects/${person}/violations`,
    {
      ...{ rule: 'pay-in-time', by: one, reason: 'Paid two days late.' },
      ...{ happened: new Date().toISOString(), thirdParty: 'insurer' },
    },
  );
  const at = `/v1/violations/${violation}`;
  const stranger = await api.turnedAway('POST', `${at}/readings`, { by: third });
  stage.holds(
    `an operator who does not decide on it finds no such violation (${stranger})`,
    stranger === 'AVOW_NOT_FOUND',
  );
  await api.write('POST', `${at}/handling`, { by: another });
  await api.write('POST', `${at}/upholding`, { by: another });
  await api.write('POST', `${at}/measures`, { by: another, what: 'no-new-orders' });
  const theirs = await wen.browser.read('/registers');
  stage.holds('Wen reads what is held against Wen, and why', theirs.includes('Paid two days late'));
  const appealed = await wen.browser.send('/mine/safety', {
    ...{ does: 'contradict', violation },
    said: 'The bank was closed for the feast.',
  });
  stage.holds('and appeals, on the page about safety', appealed.text.includes('Your appeal'));
  const own = await api.turnedAway('POST', `${at}/reversal`, { by: another });
  stage.holds(`which whoever decided cannot hear (${own})`, own === 'AVOW_STATE');
  await api.write('POST', `${at}/handling`, { by: third });
  const read = await api.write<{ appealed: string | null }>('POST', `${at}/readings`, {
    by: third,
  });
  await api.write('POST', `${at}/reversal`, { by: third });
  const after = await wen.browser.read('/mine/safety');
  stage.holds(
    'Somebody else reads it and undoes it, and the measure is lifted',
    read.appealed?.includes('the feast') === true &&
      after.includes('it was none, and is undone') &&
      after.includes('No new orders, lifted'),
  );
}
