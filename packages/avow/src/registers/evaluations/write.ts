import { registers } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asOrderId, asPersonId } from '../../door/ids.ts';
import { malformed, name, text } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { OrderId, PersonId } from '../../face/ids.ts';
import type { Evaluations } from '../../face/registers.ts';
import { AvowError } from '../../fault.ts';
import { peopleIn } from '../../orders/order.ts';
import { dueOf, setDue } from '../../register/due.ts';
import {
  EVALUATED,
  EVALUATION,
  type EvaluatedBody,
  type EvaluationBody,
  evaluatedId,
  evaluatedOf,
  evaluationId,
  rowOf,
} from '../../register/evaluation.ts';
import { orderRow, sideFrom, sideRows } from '../../register/order.ts';
import { personOf } from '../../register/person.ts';
import { MOST_ROWS } from '../../register/reference.ts';
import { addEvidence } from '../../rows/change.ts';
import type { Rows } from '../../rows/reading.ts';
import { isInTime, keptUntil } from '../term.ts';

const LONGEST_TEXT = 2_000;

/** A side of a closed order writes about the other side. */
export function writeWith(deployment: Deployment): Evaluations['write'] {
  const { policy } = deployment;
  return async (what) => {
    const order = asOrderId(what.order);
    const by = asPersonId(what.by, 'by');
    const body = bodyOf(what);
    const request = repeatable(what, 'evaluations.write', { order, by, ...body });
    return record(deployment, request, async () => {
      const people = await peopleIn(deployment, order);
      const other = people.find((person) => person !== by);
      const ids = [0, 1].flatMap((side) => [evaluationId(order, side), evaluatedId(order, side)]);
      return {
        people,
        // Only its author must be in good standing: one who is suspended can still be written about.
        widens: false,
        reads: [
          ...[orderRow(order), sideRows(order), dueOf(order)],
          ...[by, ...people].map(personOf),
          ...ids.map(rowOf),
          ...(other ? [evaluatedOf(other)] : []),
        ],
        note: { order },
        decide(rows, now) {
          const side = sideOf(rows, order, by, now);
          if (other === undefined) {
            throw new AvowError('AVOW_STATE', 'the other side has been erased', 'order');
          }
          if ([by, other].some((person) => body.handle === person)) {
            throw malformed('handle', 'must not be the id of a person');
          }
          if (rows.of(rowOf(evaluationId(order, side))).length > 0) {
            throw new AvowError('AVOW_EXISTS', 'was evaluated by this side already', 'order');
          }
          if (rows.of(evaluatedOf(other)).length >= MOST_ROWS) {
            throw new AvowError('AVOW_TOO_MANY', 'too much was written about the other side');
          }
          const words = policy.current().policy.vocabulary;
          const until =
            rows.of(orderRow(order))[0]?.until ?? keptUntil(words, registers.evaluation, now);
          return {
            evidence: 'evaluation',
            state: 'given',
            changes: [
              ...rowsFor({ order, side, by, other, body, now, until }),
              ...setDue(rows, order, until, now),
            ],
            value: { order, at: now },
          };
        },
      };
    });
  };
}

function bodyOf(what: Parameters<Evaluations['write']>[0]): EvaluationBody {
  const { rating } = what;
  if (!Number.isSafeInteger(rating) || rating < 1 || rating > 5) {
    throw malformed('rating', 'must be a whole number from 1 to 5');
  }
  return {
    handle: name('handle', what.handle),
    rating,
    text: text('text', what.text, LONGEST_TEXT),
  };
}

/** Which side of the order it is, if it may write now. */
function sideOf(rows: Rows, order: OrderId, by: PersonId, now: number): number {
  const [row] = rows.of(orderRow(order));
  const sides = rows.of(sideRows(order)).map(sideFrom);
  const own = sides.find(({ person }) => person === by);
  if (!row || !isInTime(row, now) || !own) {
    throw new AvowError('AVOW_NOT_FOUND', 'is no side of this order', 'by');
  }
  if (row.state !== 'closed' || sides.every(({ performed }) => performed === null)) {
    throw new AvowError('AVOW_STATE', 'is not over, or nobody has performed in it', 'order');
  }
  if (rows.of(personOf(by))[0]?.state !== 'active') {
    throw new AvowError('AVOW_STATE', 'the account is suspended', 'by');
  }
  return own.side;
}

interface Writing {
  readonly order: OrderId;
  readonly side: number;
  readonly by: PersonId;
  readonly other: PersonId;
  readonly body: EvaluationBody;
  readonly now: number;
  readonly until: number | null;
}

/** What was written is a row of its author's; what leads to it is a row of the other side's. */
function rowsFor({ order, side, by, other, body, now, until }: Writing) {
  const row = { ref: order, state: 'given', at: now, until };
  const evaluation = evaluationId(order, side);
  const leading: EvaluatedBody = { evaluation };
  return [
    addEvidence({ ...row, id: evaluation, kind: EVALUATION, person: by }, body),
    addEvidence({ ...row, id: evaluatedId(order, side), kind: EVALUATED, person: other }, leading),
  ];
}
