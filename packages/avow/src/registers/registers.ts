import type { Words } from '@avow/policy';
import { followed } from '../alerts/followed.ts';
import type { Deployment } from '../deployment.ts';
import type { Registers } from '../face/registers.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { activitiesIn } from './activities.ts';
import { aboutWith } from './evaluations/about.ts';
import { withdrawWith } from './evaluations/withdraw.ts';
import { writeWith } from './evaluations/write.ts';
import { joinWith } from './join.ts';
import { orderFor } from './order.ts';
import { appealsWith } from './violations/appeal.ts';
import { decideWith } from './violations/decide.ts';
import { deskOf } from './violations/desk.ts';
import { liftWith, takeWith } from './violations/measures.ts';
import { readWith } from './violations/read.ts';
import { recordWith } from './violations/record.ts';

/** The registers that lie outside the policy, each under its own rules of who reads it. `soon`: somebody is to be written to. */
export function registersOf(deployment: Deployment, soon: () => void): Registers<Words> {
  const newest = withNewestWords(deployment.policy);
  const { appeal, dismiss } = appealsWith(deployment);
  return {
    activities: activitiesIn(deployment),
    evaluations: {
      write: writeWith(deployment),
      withdraw: withdrawWith(deployment),
      about: aboutWith(deployment),
    },
    violations: {
      ...deskOf(deployment),
      appeal,
      dismiss: followed(dismiss, soon),
      record: recordWith(deployment),
      uphold: followed(decideWith(deployment, 'upheld'), soon),
      reverse: followed(decideWith(deployment, 'reversed'), soon),
      take: takeWith(deployment),
      lift: liftWith(deployment),
      read: readWith(deployment),
    },
    order: orderFor(deployment),
    join: newest(joinWith(deployment)),
  };
}
