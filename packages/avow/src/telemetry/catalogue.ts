import { type Catalogue, counter, gauge, histogram, seconds, total, updown } from './metric.ts';

/** What the library measures. `docs/observe.md` has the same as a table; a test holds the two together. */
export const catalogue = {
  'avow.act.duration': histogram(
    's',
    seconds,
    'How long guarded acts took, from the question to the answer.',
    'avow.action',
    'avow.purpose',
    'avow.outcome',
    'error.type',
  ),
  'avow.act.replans': counter(
    '{plan}',
    'Acts and records planned anew, because what they rested on had changed.',
    'avow.kind',
  ),
  'avow.record.duration': histogram(
    's',
    seconds,
    'How long it took to write down what somebody said or did.',
    'avow.evidence',
    'avow.state',
    'error.type',
  ),
  'avow.visits.recorded': counter('{visit}', 'Visits recorded.'),
  'avow.visits.dropped': counter(
    '{field}',
    'Fields of visits dropped because the list does not name them.',
    'avow.field',
  ),
  'avow.visits.missed': counter(
    '{visit}',
    'Visits that came and could not be recorded.',
    'avow.because',
  ),
  'avow.searches.kept': counter('{keyword}', 'Search words taken, to be kept with nobody.'),
  'avow.searches.dropped': counter(
    '{keyword}',
    'Search words not kept: shaped like what leads to somebody, or more than a day holds.',
    'avow.because',
  ),
  'avow.decisions': total(
    '{decision}',
    'Decisions in the log, by the sentence that made them.',
    'avow.sentence',
    'avow.outcome',
  ),
  'avow.cookies.strays': counter(
    '{cookie}',
    'Cookies stopped because no register lists them, by where they were met.',
    'avow.where',
  ),
  'db.client.operation.duration': histogram(
    's',
    seconds,
    'How long units of work and reads took, from being handed in to their outcome.',
    'db.system.name',
    'db.namespace',
    'db.operation.name',
    'error.type',
  ),
  'avow.store.pending': updown(
    '{operation}',
    'Units of work and reads that wait or are under way.',
    'db.system.name',
    'db.namespace',
  ),
  'avow.store.batch.size': histogram(
    '{unit}',
    [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    'Units of work that shared a transaction of SQLite.',
    'db.namespace',
  ),
  'avow.store.lock.wait': histogram(
    's',
    seconds,
    'How long units of work waited for their locks on PostgreSQL.',
    'db.namespace',
  ),
  'avow.store.retries': counter(
    '{retry}',
    'Units of work and reads begun again on PostgreSQL, after what passes.',
    'db.namespace',
  ),
  'avow.keys.lookups': counter(
    '{lookup}',
    'Data keys had at hand, or fetched from the key store.',
    'avow.found',
  ),
  'avow.log.round.duration': histogram(
    's',
    seconds,
    'How long rounds of the sequencer took that had something to do.',
    'error.type',
  ),
  'avow.log.entries': counter('{entry}', 'Entries that this process put into the tree.'),
  'avow.log.pending.entries': gauge(
    '{entry}',
    'Entries that wait for the tree, counted up to 1,000.',
  ),
  'avow.log.pending.age': gauge('s', 'For how long the oldest of them has been seen waiting.'),
  'avow.sweep.duration': histogram(
    's',
    [0.001, 0.01, 0.1, 1, 10, 60, 600],
    'How long it took to remove what had expired.',
    'error.type',
  ),
  'avow.sweep.rows': counter(
    '{row}',
    'Rows removed, act by act, because their time was over or their person was erased.',
    'avow.because',
  ),
  'avow.sweep.due': gauge(
    '{row}',
    'Records and lines of history past their time that are still to be removed, up to 2,000.',
  ),
  'avow.sweep.overdue': gauge(
    's',
    'For how long the earliest of them has been past its time. Nobody can read it.',
  ),
  'avow.sweep.held': gauge(
    '{row}',
    'Rows past their time that the last sweep of this process left under a legal hold.',
  ),
  'avow.erasures.pending': gauge(
    '{person}',
    'People whose erasure is being swept (erasing) or waits for a hold (held), up to 1,000.',
    'avow.state',
  ),
  'avow.clock.ahead': gauge(
    's',
    'By how much the clock has jumped ahead and is not believed; 0 if it is.',
  ),
  'avow.clock.behind': gauge(
    's',
    'By how much the clock is behind what is on record, whose time stands still meanwhile.',
  ),
  'avow.clock.doubted': gauge(
    's',
    'The time without an entry that a start found and nobody has confirmed; 0 if there is none.',
  ),
  'avow.policy.set_aside': gauge(
    '{policy}',
    'Policies of this process that do not decide, because others replaced them before it began.',
  ),
  'avow.notices': gauge(
    '{person}',
    'People to be told by mail of versions that are announced: told, waiting, unreachable, failed, refused, uncertain.',
    'avow.state',
  ),
  'avow.notices.overdue': gauge(
    '{announcement}',
    'Announcements whose date is less than a day off, or past, while somebody still waits.',
  ),
  'avow.requests.overdue': gauge(
    '{request}',
    'Requests of people about their rights that nobody has answered by their date.',
  ),
  'avow.parties.duties': gauge(
    '{duty}',
    'What parties still owe to delete after an engagement: due, reminded, overdue, refused.',
    'avow.state',
  ),
  'avow.campaigns': gauge(
    '{campaign}',
    'Campaigns that have not ended: draft, running, paused.',
    'avow.state',
  ),
  'avow.campaigns.messages': counter(
    '{message}',
    'Messages of campaigns that this process decided on, by what came of it: sent, waiting, sending (the mail server did not answer), unreachable, failed, refused, unsuited.',
    'avow.state',
  ),
  'avow.imports.open': gauge(
    '{delivery}',
    'Deliveries of partners that are not over, counted up to 1,000.',
  ),
  'avow.imports.lines': counter(
    '{line}',
    'Lines of deliveries that this process was done with: kept, or why not.',
    'avow.outcome',
  ),
} as const satisfies Catalogue;
