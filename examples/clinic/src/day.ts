import type { Api } from '../../market/src/story/api.ts';
import type { Stage } from '../../market/src/story/stage.ts';
import { registering } from './1-registering.ts';
import { care } from './2-care.ts';
import { others } from './3-others.ts';
import { rights } from './4-rights.ts';

/** A patient's way through the clinic, part by part; every answer is held against the policy. */
export async function playDay(stage: Stage, api: Api): Promise<void> {
  const day = await registering(stage, api);
  await care(day);
  await others(day);
  await rights(day);
}
