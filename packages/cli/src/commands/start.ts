import { once } from 'node:events';
import type { ClockStanding } from 'avow';
import { command } from '../arguments/command.ts';
import { placesTold } from '../deployment/places.ts';
import type { Serving } from '../deployment/serve.ts';
import { type Settings, settingsIn } from '../deployment/settings.ts';
import { languageOf } from '../policy/language.ts';
import { loadPolicy } from '../policy/load.ts';
import { unfit } from '../policy/unfit.ts';
import type { Report } from '../report.ts';
import { exportIn } from '../telemetry/settings.ts';
import { listed } from '../words/list.ts';
import { care, line, type Page, parts, strong, table } from '../words/page.ts';

export const start = command({
  name: 'start',
  summary: 'carries out a policy, over HTTP',
  help: `avow start <policy> [--accept-clock] [--json]

Opens the data under a policy and serves /v1, the published policy and the log until it is asked to
stop (SIGINT, SIGTERM); then it finishes what is in flight. A first start makes what is missing; a
later one keeps what is there, and puts the policy in force if it is new. One that was replaced before
does not come back by a start, but by POST /v1/policy/versions. Says what is where.

  PORT             4000; 0 lets the system choose
  HOST             127.0.0.1, this machine only
  AVOW_URL         the origin at which parties reach this server, such as https://market.example;
                   without it they come from this machine alone
  AVOW_DATA        data, the folder of the sealed data and the log
  AVOW_KEYS        keys, the folder of the keys and of the passphrase
  AVOW_PASSPHRASE  keys/root, the file with the passphrase
  AVOW_ANCHOR      anchor, the folder of the last checkpoint
  AVOW_ENV         development, or production: then no passphrase is made up (NODE_ENV if not said)
  AVOW_ORIGIN      localhost/avow, the log's name: chosen once, for ever
  AVOW_REGION      the region of the policy that this is; may be left out where there is one
  AVOW_REGIONS     where the other regions are, as in home=https://cn.example,us=https://us.example
  AVOW_DIRECTORY   the directory of regions: a folder or database here, or the address of whoever has it
  AVOW_DIRECTORY_KEY  the file with its key, 64 hexadecimal digits, the same in every region
  AVOW_BACKUPS     the folder that "avow backup" makes its folders in, for measures and drills

AVOW_DATA and AVOW_KEYS may each be a PostgreSQL database (postgresql://user@host/name). Then any
number of servers may be started on them, each with the same passphrase file and the same anchor, which
may be a third one.

  AVOW_KEY_RATE      2000/10000, requests of one API key: so many a second, so many at once
  AVOW_ADDRESS_RATE  100/1000, requests from one address that bring no good key
  AVOW_PROXIES       proxies whose X-Forwarded-For is believed: addresses or networks, with commas
  AVOW_QUEUE         4096, how much may wait in each store before 503

A platform with accounts of its own gives its people the privacy centre: it sends their requests on, each
with a token that it signed ("Authorization: Bearer …"; docs/operate.md).

  AVOW_CENTRE_ISSUER    who signs, as in "iss"; without it there is no centre
  AVOW_CENTRE_AUDIENCE  this deployment's name, as in "aud"
  AVOW_CENTRE_KEYS      where the platform publishes its keys (a JWK Set): https, or http on this machine
  AVOW_CENTRE_AT        /me, the path of the centre, the same at the platform
  AVOW_CENTRE_ORIGIN    the platform's origin, which forms come from: https://app.example
  AVOW_CENTRE_SIGN_IN   the platform's page to sign in at
  AVOW_CENTRE_POLICY    where people read the policy, if the platform does not have it at /policy
  AVOW_CENTRE_MATTERS   a JSON file of what people are asked to allow

Its operators get the console in the same way, by tokens that name their role as well; AVOW_CONSOLE_AT is
/console if not said. The same things under other names:

  AVOW_CONSOLE_ISSUER, _AUDIENCE, _KEYS, _AT, _ORIGIN, _SIGN_IN, _POLICY
  AVOW_CONSOLE_PORTAL   /handed, the path at which whoever holds no key takes up what was disclosed to
                        them, once; the same at the platform, which sends it on to here

People are written to about changes of the policy, what was disclosed of theirs, their own safety and, where
AVOW_URL begins with https, in campaigns; with links to the privacy centre:

  AVOW_MAIL_URL      smtps://user:password@mail.example:465, or smtp://mail.example:587, which goes on over
                     STARTTLS or not at all; without it nobody is written to
  AVOW_MAIL_FROM     whom messages are from, and what they call the platform: Harbour Market <post@harbour.example>
  AVOW_MAIL_ADDRESS  contact.email, the policy's category of the address that they go to

Traces and metrics go by OTLP (http/protobuf) to OTEL_EXPORTER_OTLP_ENDPOINT, if that is set; the
other variables of OpenTelemetry's specification hold as well, such as OTEL_SERVICE_NAME.

  --accept-clock  says that the clock is right although the last entry is over 30 days ago; until
                  somebody does, nothing that is past its time is removed

Exit code 1 if the policy is not fit to be put in force: "avow check" says why.`,
  operands: ['policy'],
  options: { 'accept-clock': { type: 'boolean' } },
  async run({ operands: [named], options }, place): Promise<Report> {
    const settings = settingsIn(place.environment, place.folder);
    const { policy } = await loadPolicy(named, place.folder);
    const refused = unfit(policy);
    if (refused !== undefined) return refused;
    // Loaded only now: no other command has to wait for a server's modules, nor for the exporter's.
    const told = exportIn(place.environment);
    const exporting = told && (await import('../telemetry/export.ts')).startExport(told);
    const { serve } = await import('../deployment/serve.ts');
    try {
      const asked = place.asked();
      const acceptClock = options['accept-clock'] ?? false;
      const serving = await serve(policy, settings, acceptClock);
      place.say(whatIsWhere(settings, serving, await serving.avow.clock.standing()));
      const how = await Promise.race([asked, loss(serving.avow.lost)]).catch(async (fault) => {
        // What is closed already cannot be closed well; why it was says more.
        await serving.stop().catch(() => undefined);
        throw fault;
      });
      await serving.stop();
      return {
        found: false,
        page: [line('Stopped. What was answered is kept.')],
        data: { stopped: how },
      };
    } finally {
      await exporting?.stop();
    }
  },
});

/** Rejects once only a start can help: whoever keeps servers running is to start another, which looks at it all. */
async function loss(lost: AbortSignal): Promise<never> {
  if (!lost.aborted) await once(lost, 'abort');
  throw lost.reason;
}

function whatIsWhere(
  { places: own, mode, centre, console }: Settings,
  { url, avow, madeKey }: Serving,
  { gap }: ClockStanding,
): Omit<Report, 'found'> {
  const { log } = avow;
  const places = placesTold(own);
  const { digest, policy } = avow.policy.current();
  const unread = avow.facts().filter(({ built }) => !built);
  const setAside = avow.policy.setAside();
  const title = policy.title[languageOf(policy, undefined)] ?? policy.name;
  const page: Page = parts(
    [
      line(strong(`${title}, carried out at ${url}`)),
      table([
        [`${url}/policy`, 'what people read'],
        [`${url}/clauses`, 'what backs each sentence, and what it has done so far'],
        [`${url}/measures`, 'whether each measure that it promises works'],
        [`${url}/docs`, 'how to work with it; at /docs/api the interface for programs, under /v1'],
        ...(centre
          ? [[`${url}${centre.at}`, 'the privacy centre, for whom the platform signs in']]
          : []),
        ...(console
          ? [
              [`${url}${console.at}`, 'the console, for operators whom the platform signs in'],
              [
                `${url}${console.portal}`,
                'the portal, for whoever was sent a link and holds no key',
              ],
            ]
          : []),
      ]),
    ],
    [
      table([
        ['policy', digest],
        ['log', log.vkey],
        ['data', places.data],
        ['keys', `${places.keys}, opened by the passphrase in ${places.passphrase}`],
        ['anchor', places.anchor],
        ['API key', `${places.apiKey}${madeKey ? ', made just now: take it away' : ''}`],
        ['mode', mode],
      ]),
    ],
    setAside === undefined ? [] : [line(care(setAsideTold(setAside)))],
    gap === undefined ? [] : [line(care(gapTold(gap)))],
    unread.length === 0 ? [] : [line(care(unreadTold(unread.map(({ fact }) => fact))))],
    [line('Stop with Ctrl+C; a new start keeps the data.')],
  );
  const data = {
    url,
    policy: digest,
    ...(setAside === undefined ? {} : { setAside }),
    log: { origin: log.origin, vkey: log.vkey },
    places,
    mode,
    unread,
  };
  return { page, data };
}

function setAsideTold(digest: string): string {
  return `The policy that was named, ${digest}, was replaced before and is not in force. To come back to it, publish it: POST /v1/policy/versions.`;
}

function gapTold({ from, to }: NonNullable<ClockStanding['gap']>): string {
  const days = Math.floor((to - from) / 86_400_000);
  return `By the clock ${days} days passed without an entry. Nothing is removed until somebody says that this is so: start with --accept-clock.`;
}

function unreadTold(facts: readonly string[]): string {
  return `Nothing reads ${listed(facts)} yet: what needs one of these is refused.`;
}
