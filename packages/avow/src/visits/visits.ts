import type { Words } from '@avow/policy';
import type { Clock } from '@avow/vault';
import { previewWith } from '../act/preview.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Visits } from '../face/visits.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { joinWith } from './join.ts';
import { listOf } from './list.ts';
import { openWith } from './open.ts';
import { VisitQueue } from './queue.ts';
import { readVisits } from './read.ts';
import { recordWith } from './record.ts';
import { strangerWith } from './stranger.ts';

/** What is received automatically: recorded, opened, and joined to a person by a decision. */
export function visitsOf(deployment: Deployment, clock: Clock): Visits<Words> {
  const { policy, telemetry } = deployment;
  const newest = withNewestWords(policy);
  const preview = newest(previewWith(deployment, () => clock.now()));
  const words = () => policy.current().policy.vocabulary;
  const now = {
    record: newest(recordWith(deployment, clock)),
    async mayRecord(person, purpose = purposes.security) {
      const categories = [...listOf(words()).values()];
      return (await preview(actions.fromDevice, { person, purpose, categories })).permitted;
    },
    stranger: strangerWith(deployment),
    missed: (because, count = 1) =>
      telemetry.instruments.add('avow.visits.missed', count, { 'avow.because': because }),
  } satisfies Partial<Visits<Words>>;
  const queue = new VisitQueue({
    ...now,
    clock,
    check: (visit) => void readVisits([visit], words()),
  });
  return {
    ...now,
    note: (visit, person) => queue.note(visit, person),
    settled: () => queue.settled(),
    act: newest(openWith(deployment)),
    join: newest(joinWith(deployment)),
  };
}
