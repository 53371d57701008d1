import type { Words } from '@avow/policy';
import type { Requests } from '../face/requests.ts';
import type { Telemetry } from './telemetry.ts';

/** Requests that are overdue: looked up when somebody asks. */
export function watchRequests(
  { look }: Telemetry['instruments'],
  requests: Pick<Requests<Words>, 'overdue'>,
): void {
  look('avow.requests.overdue', async () => [
    { attributes: {}, value: (await requests.overdue()).length },
  ]);
}
