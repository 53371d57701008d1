import { type Catalogue, seconds } from 'avow/telemetry';

/** What the server measures, beside what the library does. `docs/observe.md` has the same as a table. */
export const catalogue = {
  'http.server.request.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: [
      'http.request.method',
      'http.route',
      'http.response.status_code',
      'url.scheme',
      'error.type',
    ],
    about: 'How long answers took.',
    bounds: seconds,
  },
  'http.server.active_requests': {
    kind: 'updown',
    unit: '{request}',
    attributes: ['http.request.method', 'url.scheme'],
    about: 'Requests that are being answered.',
  },
  'avow.http.limited': {
    kind: 'counter',
    unit: '{request}',
    attributes: ['avow.limit'],
    about: 'Requests answered with 429, by what was counted.',
  },
  'avow.http.keys.refused': {
    kind: 'counter',
    unit: '{request}',
    attributes: [],
    about: 'Requests with an API key that is none, or is no more.',
  },
  'process.memory.usage': {
    kind: 'gauge',
    unit: 'By',
    attributes: [],
    about: 'Resident memory of the process.',
  },
  'process.uptime': {
    kind: 'gauge',
    unit: 's',
    attributes: [],
    about: 'How long the process has been running.',
  },
} as const satisfies Catalogue;
