import type { Words } from '@avow/policy';
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

/** The registers that lie outside the policy, each under its own rules of who reads it. */
export function registersOf(deployment: Deployment): Registers<Words> {
  const newest = withNewestWords(deployment.policy);
  return {
    activities: activitiesIn(deployment),
    evaluations: {
      write: writeWith(deployment),
      withdraw: withdrawWith(deployment),
      about: aboutWith(deployment),
    },
    violations: {
      ...deskOf(deployment),
      ...appealsWith(deployment),
      record: recordWith(deployment),
      uphold: decideWith(deployment, 'upheld'),
      reverse: decideWith(deployment, 'reversed'),
      take: takeWith(deployment),
      lift: liftWith(deployment),
      read: readWith(deployment),
    },
    order: orderFor(deployment),
    join: newest(joinWith(deployment)),
  };
}
