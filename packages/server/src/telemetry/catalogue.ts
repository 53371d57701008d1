import { type Catalogue, counter, gauge, histogram, seconds, updown } from 'avow/telemetry';

/** What the server measures, beside what the library does. `docs/observe.md` has the same as a table. */
export const catalogue = {
  'http.server.request.duration': histogram(
    's',
    seconds,
    'How long answers took.',
    'http.request.method',
    'http.route',
    'http.response.status_code',
    'url.scheme',
    'error.type',
  ),
  'http.server.active_requests': updown(
    '{request}',
    'Requests that are being answered.',
    'http.request.method',
    'url.scheme',
  ),
  'avow.http.limited': counter(
    '{request}',
    'Requests answered with 429, by what was counted.',
    'avow.limit',
  ),
  'avow.http.keys.refused': counter(
    '{request}',
    'Requests with an API key that is none, or is no more.',
  ),
  'process.memory.usage': gauge('By', 'Resident memory of the process.'),
  'process.uptime': gauge('s', 'How long the process has been running.'),
} as const satisfies Catalogue;
