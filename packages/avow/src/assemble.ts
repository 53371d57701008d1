import type { Words } from '@avow/policy';
import type { Anchor, Clock } from '@avow/vault';
import { each } from './act/each.ts';
import { previewWith } from './act/preview.ts';
import { agreementOf } from './agreement/agreement.ts';
import { alertsOf } from './alerts/alerts.ts';
import { attestationsOf } from './attestations/attestations.ts';
import { campaignsOf } from './campaigns/campaigns.ts';
import { changesOf } from './changes/changes.ts';
import { childrenOf } from './children/children.ts';
import { clockOf } from './clock/clock.ts';
import { commentsOf } from './comments/comments.ts';
import { consentsOf } from './consents/consents.ts';
import { cookiesOf } from './cookies/cookies.ts';
import type { Deployment } from './deployment.ts';
import { deskOf } from './desk/desk.ts';
import { tellingRounds } from './desk/mail/rounds.ts';
import { directoryOf } from './directory/directory.ts';
import { disclosuresOf } from './disclosures/disclosures.ts';
import { documentsOf } from './documents/documents.ts';
import { eraseWith } from './erasure/erase.ts';
import type { Avow, FactSource, Measure } from './face/index.ts';
import { providerOf } from './facts/registry.ts';
import { harvestingOf } from './harvesting/harvesting.ts';
import { explainWith } from './history/explain.ts';
import { historyWith } from './history/history.ts';
import { openReceiptWith, promiseWith, receiptWith } from './history/receipt.ts';
import { holdsWith } from './holds/holds.ts';
import { importsOf } from './imports/imports.ts';
import { interestsWith } from './interests/interests.ts';
import { itemsOf } from './items/items.ts';
import { leaksOf } from './leaks/leaks.ts';
import { logOf } from './log/log.ts';
import { monthOf } from './log/month.ts';
import { readiness } from './log/ready.ts';
import { talliesOf } from './log/tallies.ts';
import { deadlinesMeasure } from './measures/deadlines.ts';
import { drillWith } from './measures/drill.ts';
import { builtIn, type MeasuredPlaces, measuresOf } from './measures/measures.ts';
import { toldMeasure } from './measures/told.ts';
import { mechanismsOf } from './mechanisms/mechanisms.ts';
import { noticesOf } from './notices/notices.ts';
import { ordersOf } from './orders/orders.ts';
import { partiesOf } from './parties/parties.ts';
import { withNewestWords } from './policy/newest-words.ts';
import { versionsOf } from './policy/versions.ts';
import { collectWith } from './records/collect.ts';
import { correctWith } from './records/correct.ts';
import { actWith } from './records/disclose.ts';
import { exportWith } from './records/export.ts';
import { sweeperOf } from './records/sweeper.ts';
import { registersOf } from './registers/registers.ts';
import { searchesOf } from './searches/searches.ts';
import { subjectsOf } from './subjects/subjects.ts';
import { sweepOf } from './sweep.ts';
import { watchLog } from './telemetry/log.ts';
import { watchMessages } from './telemetry/messages.ts';
import { watchNotices } from './telemetry/notices.ts';
import { watchParties } from './telemetry/parties.ts';
import { watchPolicy } from './telemetry/policy.ts';
import { watchRequests } from './telemetry/requests.ts';
import { watchUpkeep } from './telemetry/upkeep.ts';
import { transfersOf } from './transfers/transfers.ts';
import { underWayOf } from './under-way.ts';
import { visitsOf } from './visits/visits.ts';
import { find } from './warnings/find.ts';

/** The clauses' systems, each over the same deployment. */
export function assemble(
  deployment: Deployment,
  {
    anchor,
    clock,
    places,
    measures = [],
  }: {
    readonly anchor: Anchor;
    readonly clock: Clock;
    readonly places?: MeasuredPlaces;
    readonly measures?: readonly Measure[];
  },
): Avow<Words> {
  const now = () => clock.now();
  const { vault, policy, telemetry } = deployment;
  const { instruments } = telemetry;
  const log = logOf(deployment, clock);
  const newest = withNewestWords(policy);

  // What goes on by itself, beside what is asked.
  const { notices, rounds: noticing } = noticesOf(deployment, clock);
  const { interests, rounds: deriving } = interestsWith(deployment, clock);
  const { campaigns, rounds: campaigning } = campaignsOf(deployment, clock);
  const { alerts, rounds: alerting } = alertsOf(deployment, clock);
  const { parties, reminders: reminding } = partiesOf(deployment, clock);
  const telling = tellingRounds(deployment, clock);
  const { sweep, underWay } = underWayOf(vault, sweepOf(deployment, clock));
  const sweeper = sweeperOf({ sweepExpired: sweep }, clock);
  const rounds = [noticing, reminding, deriving, campaigning, telling, alerting];
  deployment.watch.tells(alerting.soon);
  for (const each of [sweeper, ...rounds]) each.start();

  const disclosures = disclosuresOf(deployment, now);
  const desk = deskOf(deployment, now, telling.now, alerting.soon);
  const items = itemsOf(deployment, clock);
  const visits = visitsOf(deployment, clock);
  const searches = searchesOf(deployment, clock);

  watchLog(instruments, vault, log);
  watchPolicy(instruments, policy);
  watchUpkeep(instruments, vault, now);
  watchNotices(instruments, notices);
  watchMessages(instruments, vault);
  watchParties(instruments, parties);
  watchRequests(instruments, desk.requests);

  return {
    subjects: subjectsOf(deployment),
    documents: documentsOf(deployment),
    agreement: agreementOf(deployment),
    consents: consentsOf(deployment),
    cookies: cookiesOf(deployment, now),
    attestations: attestationsOf(deployment),
    parties,
    disclosures,
    mechanisms: mechanismsOf(deployment),
    transfers: transfersOf(deployment, disclosures, now),
    directory: directoryOf(deployment),
    orders: ordersOf(deployment),
    desk,
    registers: registersOf(deployment, alerting.soon),
    warnings: { find },
    holds: holdsWith(deployment),
    children: childrenOf(deployment),
    harvesting: harvestingOf(deployment, alerting.soon),
    leaks: leaksOf(deployment, alerting.soon),
    alerts,
    items,
    imports: importsOf(deployment),
    visits,
    searches: searches.face,
    each,
    collect: newest(collectWith(deployment)),
    act: newest(actWith(deployment)),
    correct: newest(correctWith(deployment)),
    export: exportWith(deployment),
    erase: eraseWith(deployment, now),
    preview: newest(previewWith(deployment, now)),
    history: historyWith(deployment),
    explain: explainWith(deployment),
    receipt: receiptWith(deployment),
    promise: promiseWith(deployment),
    openReceipt: openReceiptWith(deployment),
    policy: versionsOf(deployment, noticing.soon),
    changes: changesOf(deployment),
    notices,
    interests,
    campaigns,
    comments: commentsOf(deployment, items),
    log,
    tallies: () => talliesOf(vault),
    thisMonth: monthOf(vault, now),
    facts: () => factSources(deployment),
    clock: clockOf(vault),
    lost: telemetry.lost,
    ready: () => readiness(vault, log, anchor),
    measures: measuresOf(
      [
        ...builtIn(vault, log, now, places),
        toldMeasure(notices),
        deadlinesMeasure(vault, now),
        ...measures,
      ],
      policy,
      now,
    ),
    drill: drillWith(vault, now, places),
    sweep,
    underWay,
    upkeep: () => vault.upkeep(),
    figures: () => instruments.figures(),
    async close() {
      await Promise.all([visits.settled(), searches.close()]);
      instruments.close();
      await Promise.all(rounds.map((each) => each.stop()));
      try {
        await sweeper.stop(() => vault.close());
      } finally {
        // What stays open would keep the process running.
        await deployment.directory?.close();
      }
    },
  };
}

function factSources({ policy, providers: built }: Deployment): FactSource[] {
  const words = policy.current().policy.vocabulary;
  return Object.entries(words.facts).map(([fact, { from }]) => ({
    fact,
    from,
    built: providerOf(built, fact, words) !== undefined,
  }));
}
