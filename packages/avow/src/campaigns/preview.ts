import { isGone } from '../act/each.ts';
import { previewed } from '../act/preview.ts';
import type { Question } from '../act/question.ts';
import type { Deployment } from '../deployment.ts';
import type { Campaign, CampaignPreview } from '../face/campaigns.ts';
import type { PersonId } from '../face/ids.ts';
import { recordOf } from '../register/record.ts';
import { readNow } from '../rows/reading.ts';
import { severalActive } from '../subjects/everyone.ts';
import { countedBy } from './mailing.ts';

/** Asks about everybody whom a campaign would be asked about, and keeps nothing of it but counts. */
export async function previewOf(
  deployment: Deployment,
  campaign: Campaign,
): Promise<CampaignPreview> {
  const { vault, policy } = deployment;
  const mailing = countedBy(deployment, campaign);
  const { category, ...asks } = mailing.asks;
  const counts = { asked: 0, permitted: 0, unreachable: 0 };
  const refused: Record<string, number> = {};
  const now = () => policy.moment();

  async function count(person: PersonId): Promise<void> {
    const address = recordOf(person, category);
    const rows = await readNow(vault, address, ...mailing.reads(person));
    if (mailing.concerns(rows, person, now()) === undefined) return;
    counts.asked += 1;
    const own: Question = { ...asks, person, categories: [category], to: 'person' };
    for (const question of [own, ...(mailing.suits?.questions(person) ?? [])]) {
      const { permitted, sentence } = await previewed(deployment, question, now);
      if (permitted) continue;
      refused[sentence] = (refused[sentence] ?? 0) + 1;
      return;
    }
    counts[rows.of(address).length > 0 ? 'permitted' : 'unreachable'] += 1;
  }

  for await (const people of severalActive(vault)) {
    await Promise.all(people.map((person) => count(person).catch(unlessGone)));
  }
  return { campaign: campaign.campaign, ...counts, refused };
}

/** Erased meanwhile: then they are not asked about either. */
function unlessGone(problem: unknown): void {
  if (!isGone(problem)) throw problem;
}
