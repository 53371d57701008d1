import type { Services } from '../services.ts';
import type { Family } from './metrics.ts';

/** What the library counts: decisions by sentence, how far the log is behind, the process itself. */
export async function figures({ avow }: Services): Promise<Family[]> {
  const [tallies, pending] = await Promise.all([avow.tallies(), avow.log.pending()]);
  const age = pending.oldest ?? 0;
  return [
    {
      name: 'avow_decisions_total',
      type: 'counter',
      help: 'Decisions by the sentence that made them.',
      samples: tallies.flatMap(({ sentence, permitted, refused }) => [
        { labels: { sentence, outcome: 'permitted' }, value: permitted },
        { labels: { sentence, outcome: 'refused' }, value: refused },
      ]),
    },
    {
      name: 'avow_log_pending_entries',
      type: 'gauge',
      help: 'Entries not yet integrated into the tree.',
      samples: [{ value: pending.entries }],
    },
    {
      name: 'avow_log_pending_age_seconds',
      type: 'gauge',
      help: 'Age of the oldest entry not yet integrated.',
      samples: [{ value: age / 1000 }],
    },
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      help: 'Resident memory.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_uptime_seconds',
      type: 'gauge',
      help: 'Since the process started.',
      samples: [{ value: process.uptime() }],
    },
  ];
}
