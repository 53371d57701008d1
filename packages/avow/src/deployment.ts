import type { Vault } from '@avow/vault';
import type { Acquaintance } from './act/acquaintance.ts';
import type { AlertWay } from './alerts/way.ts';
import type { CampaignWay } from './campaigns/way.ts';
import type { NameOf } from './consents/question.ts';
import type { TellingWay } from './desk/mail/way.ts';
import type { DirectoryAccess } from './directory/access.ts';
import type { InterestSource } from './face/interests.ts';
import type { Providers } from './facts/registry.ts';
import type { Watch } from './harvesting/watch.ts';
import type { KnownLots } from './items/known-lots.ts';
import type { NoticeWay } from './notices/way.ts';
import type { InForce } from './policy/in-force.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** One platform's policy at work: where its data lies, what decides, and what facts are read by. */
export interface Deployment {
  readonly vault: Vault;
  readonly policy: InForce;
  readonly providers: Providers;
  /** The parties that acts were planned for lately. */
  readonly acquaintance: Acquaintance;
  /** The lots whose items were asked for lately. */
  readonly lots: KnownLots;
  /** Watches what is done; never of whom it is about. */
  readonly telemetry: Telemetry;
  /** Watches for harvesting, by whom. */
  readonly watch: Watch;
  /** The region this deployment keeps its data in, by its name in the policy, and its country. */
  readonly region: { readonly name: string; readonly country: string };
  /** Which region people are at home in; undefined: this one knows of no directory. */
  readonly directory: DirectoryAccess | undefined;
  /** What parties are called where people are asked about them. */
  readonly nameOf: NameOf | undefined;
  /** How people are written to; undefined: not by mail. */
  readonly notices: NoticeWay | undefined;
  /** How people are told of disclosures by mail as well; undefined: in the centre alone. */
  readonly tellings: TellingWay | undefined;
  /** How campaigns go out; undefined: not from this process. */
  readonly campaigns: CampaignWay | undefined;
  /** How people are written to about their own safety; undefined: not by mail. */
  readonly alerts: AlertWay | undefined;
  /** What speaks of which interest; undefined: nothing is derived by this process. */
  readonly interests: InterestSource | undefined;
}
