import { type Catalogue, seconds } from './metric.ts';

/** What the library measures. `docs/observe.md` has the same as a table; a test holds the two together. */
export const catalogue = {
  'avow.act.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['avow.action', 'avow.purpose', 'avow.outcome', 'error.type'],
    about: 'How long guarded acts took, from the question to the answer.',
    bounds: seconds,
  },
  'avow.act.replans': {
    kind: 'counter',
    unit: '{plan}',
    attributes: ['avow.kind'],
    about: 'Acts and records planned anew, because what they rested on had changed.',
  },
  'avow.record.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['avow.evidence', 'avow.state', 'error.type'],
    about: 'How long it took to write down what somebody said or did.',
    bounds: seconds,
  },
  'avow.visits.recorded': {
    kind: 'counter',
    unit: '{visit}',
    attributes: [],
    about: 'Visits recorded.',
  },
  'avow.visits.dropped': {
    kind: 'counter',
    unit: '{field}',
    attributes: ['avow.field'],
    about: 'Fields of visits dropped because the list does not name them.',
  },
  'avow.visits.missed': {
    kind: 'counter',
    unit: '{visit}',
    attributes: ['avow.because'],
    about: 'Visits that came and could not be recorded.',
  },
  'avow.searches.kept': {
    kind: 'counter',
    unit: '{keyword}',
    attributes: [],
    about: 'Search words taken, to be kept with nobody.',
  },
  'avow.searches.dropped': {
    kind: 'counter',
    unit: '{keyword}',
    attributes: ['avow.because'],
    about: 'Search words not kept: shaped like what leads to somebody, or more than a day holds.',
  },
  'avow.decisions': {
    kind: 'total',
    unit: '{decision}',
    attributes: ['avow.sentence', 'avow.outcome'],
    about: 'Decisions in the log, by the sentence that made them.',
  },
  'avow.cookies.strays': {
    kind: 'counter',
    unit: '{cookie}',
    attributes: ['avow.where'],
    about: 'Cookies stopped because no register lists them, by where they were met.',
  },
  'db.client.operation.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['db.system.name', 'db.namespace', 'db.operation.name', 'error.type'],
    about: 'How long units of work and reads took, from being handed in to their outcome.',
    bounds: seconds,
  },
  'avow.store.pending': {
    kind: 'updown',
    unit: '{operation}',
    attributes: ['db.system.name', 'db.namespace'],
    about: 'Units of work and reads that wait or are under way.',
  },
  'avow.store.batch.size': {
    kind: 'histogram',
    unit: '{unit}',
    attributes: ['db.namespace'],
    about: 'Units of work that shared a transaction of SQLite.',
    bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
  },
  'avow.store.lock.wait': {
    kind: 'histogram',
    unit: 's',
    attributes: ['db.namespace'],
    about: 'How long units of work waited for their locks on PostgreSQL.',
    bounds: seconds,
  },
  'avow.store.retries': {
    kind: 'counter',
    unit: '{retry}',
    attributes: ['db.namespace'],
    about: 'Units of work and reads begun again on PostgreSQL, after what passes.',
  },
  'avow.keys.lookups': {
    kind: 'counter',
    unit: '{lookup}',
    attributes: ['avow.found'],
    about: 'Data keys had at hand, or fetched from the key store.',
  },
  'avow.log.round.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['error.type'],
    about: 'How long rounds of the sequencer took that had something to do.',
    bounds: seconds,
  },
  'avow.log.entries': {
    kind: 'counter',
    unit: '{entry}',
    attributes: [],
    about: 'Entries that this process put into the tree.',
  },
  'avow.log.pending.entries': {
    kind: 'gauge',
    unit: '{entry}',
    attributes: [],
    about: 'Entries that wait for the tree, counted up to 1,000.',
  },
  'avow.log.pending.age': {
    kind: 'gauge',
    unit: 's',
    attributes: [],
    about: 'For how long the oldest of them has been seen waiting.',
  },
  'avow.sweep.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['error.type'],
    about: 'How long it took to remove what had expired.',
    bounds: [0.001, 0.01, 0.1, 1, 10, 60, 600],
  },
  'avow.sweep.rows': {
    kind: 'counter',
    unit: '{row}',
    attributes: ['avow.because'],
    about: 'Rows removed, act by act, because their time was over or their person was erased.',
  },
  'avow.sweep.due': {
    kind: 'gauge',
    unit: '{row}',
    attributes: [],
    about:
      'Records and lines of history past their time that are still to be removed, up to 2,000.',
  },
  'avow.sweep.overdue': {
    kind: 'gauge',
    unit: 's',
    attributes: [],
    about: 'For how long the earliest of them has been past its time. Nobody can read it.',
  },
  'avow.sweep.held': {
    kind: 'gauge',
    unit: '{row}',
    attributes: [],
    about: 'Rows past their time that the last sweep of this process left under a legal hold.',
  },
  'avow.erasures.pending': {
    kind: 'gauge',
    unit: '{person}',
    attributes: ['avow.state'],
    about: 'People whose erasure is being swept (erasing) or waits for a hold (held), up to 1,000.',
  },
  'avow.clock.ahead': {
    kind: 'gauge',
    unit: 's',
    attributes: [],
    about: 'By how much the clock has jumped ahead and is not believed; 0 if it is.',
  },
  'avow.clock.behind': {
    kind: 'gauge',
    unit: 's',
    attributes: [],
    about: 'By how much the clock is behind what is on record, whose time stands still meanwhile.',
  },
  'avow.clock.doubted': {
    kind: 'gauge',
    unit: 's',
    attributes: [],
    about:
      'The time without an entry that a start found and nobody has confirmed; 0 if there is none.',
  },
  'avow.policy.set_aside': {
    kind: 'gauge',
    unit: '{policy}',
    attributes: [],
    about:
      'Policies of this process that do not decide, because others replaced them before it began.',
  },
  'avow.notices': {
    kind: 'gauge',
    unit: '{person}',
    attributes: ['avow.state'],
    about:
      'People to be told by mail of versions that are announced: told, waiting, unreachable, failed, refused, uncertain.',
  },
  'avow.notices.overdue': {
    kind: 'gauge',
    unit: '{announcement}',
    attributes: [],
    about: 'Announcements whose date is less than a day off, or past, while somebody still waits.',
  },
  'avow.parties.duties': {
    kind: 'gauge',
    unit: '{duty}',
    attributes: ['avow.state'],
    about: 'What parties still owe to delete after an engagement: due, reminded, overdue, refused.',
  },
} as const satisfies Catalogue;
