import type { Day } from './cast.ts';

/** Clause 7: which version decided. */
export async function changes({ stage, api, wen }: Day): Promise<void> {
  stage.chapter('7  Changes');
  const { versions } = await api.get<{ versions: readonly { state: string }[] }>(
    '/v1/policy/versions',
  );
  const inForce = versions.filter(({ state }) => state === 'in-force');
  stage.holds(
    'one version of the policy is in force, and every record names it',
    inForce.length === 1,
  );
  const page = await wen.browser.read('/policy?lang=zh-CN');
  stage.holds(
    'it is published in both languages',
    page.includes('lang="zh-CN"') && page.includes('id="7.a.1"'),
  );
}
