import type { Route } from '../http/endpoint.ts';
import { acts } from './acts.ts';
import { agreement } from './agreement.ts';
import { attestations } from './attestations.ts';
import { authority } from './authority.ts';
import { bases } from './bases.ts';
import { broughtByPartners } from './brought.ts';
import { campaigns } from './campaigns.ts';
import { cases } from './cases.ts';
import { changes } from './changes.ts';
import { children } from './children.ts';
import { comments } from './comments.ts';
import { complaints } from './complaints.ts';
import { consents } from './consents.ts';
import { cookies } from './cookies.ts';
import { directory } from './directory.ts';
import { disclosures } from './disclosures.ts';
import { documents } from './documents.ts';
import { erasure } from './erasure.ts';
import { harvesting } from './harvesting.ts';
import { history } from './history.ts';
import { holds } from './holds.ts';
import { imports } from './imports.ts';
import { interests } from './interests.ts';
import { apiKeys } from './keys.ts';
import { leaks } from './leaks.ts';
import { measures } from './measures.ts';
import { mechanisms } from './mechanisms.ts';
import { notices } from './notices.ts';
import { orders } from './orders.ts';
import { parties } from './parties.ts';
import { partner } from './partner.ts';
import { partyDuties } from './party-duties.ts';
import { partyKeys } from './party-keys.ts';
import { policy } from './policy.ts';
import { portal } from './portal.ts';
import { receipts } from './receipts.ts';
import { registers } from './registers.ts';
import { requests } from './requests.ts';
import { searches } from './searches.ts';
import { staff } from './staff.ts';
import { subjects } from './subjects.ts';
import { transfers } from './transfers.ts';
import { violations } from './violations.ts';
import { visits } from './visits.ts';
import { warnings } from './warnings.ts';

/** A chapter of the reference, and its routes. */
export interface Chapter {
  readonly title: string;
  /** What it is about, in one sentence. */
  readonly about: string;
  readonly routes: readonly Route[];
}

/** Chapters that belong together. */
export interface Part {
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/**
 * The whole of `/v1`, in the order in which the reference tells it. A new chapter, or route, is the client's
 * as well, or is named in `packages/client/test/left-out.ts`.
 */
export const parts: readonly Part[] = [
  {
    title: 'People, and what they chose',
    chapters: [
      {
        title: 'Subjects',
        about: 'The people and organisations that something is kept of, each as an id.',
        routes: subjects,
      },
      {
        title: 'Documents',
        about: 'What people agree to: the texts that are in force.',
        routes: documents,
      },
      {
        title: 'Agreement',
        about: 'Whether somebody accepted them, and since when.',
        routes: agreement,
      },
      {
        title: 'Consents',
        about: 'What somebody allowed or refused, and how they were asked.',
        routes: consents,
      },
      {
        title: 'Cookies',
        about: 'Which cookies there are, and what somebody chose about them.',
        routes: cookies,
      },
      {
        title: 'Attestations',
        about: 'Facts of a policy’s own, which staff vouch for.',
        routes: attestations,
      },
      {
        title: 'Children',
        about: 'What changes once somebody is known to be under fourteen.',
        routes: children,
      },
    ],
  },
  {
    title: 'What is done with information',
    chapters: [
      {
        title: 'Acts',
        about: 'Doing something with personal information: asked, decided, recorded, done.',
        routes: acts,
      },
      {
        title: 'Disclosures',
        about: 'What was handed over to a party, sealed, and how it is closed again.',
        routes: disclosures,
      },
      {
        title: 'Visits',
        about: 'What somebody looked at, from a browser or an account.',
        routes: visits,
      },
      {
        title: 'Searches',
        about: 'What is searched for, kept with nobody.',
        routes: searches,
      },
      {
        title: 'Interests',
        about: 'What was derived from that, and what its person thinks of it.',
        routes: interests,
      },
      {
        title: 'Campaigns',
        about: 'Messages to many people, a decision for each of them.',
        routes: campaigns,
      },
      {
        title: 'Warnings',
        about: 'A word to somebody before they send what they may not mean to.',
        routes: warnings,
      },
    ],
  },
  {
    title: 'Parties and regions',
    chapters: [
      {
        title: 'Parties',
        about: 'Companies that are handed something: for what, with which keys, and what they owe.',
        routes: [...parties, ...partyKeys, ...partyDuties],
      },
      {
        title: 'For a party',
        about: 'What a party asks itself, with a token of its own.',
        routes: partner,
      },
      {
        title: 'Imports',
        about: 'What a partner brings of people, line by line.',
        routes: [...imports, ...broughtByPartners],
      },
      {
        title: 'Mechanisms of transfers',
        about: 'On what information may leave a country.',
        routes: mechanisms,
      },
      {
        title: 'Transfers between regions',
        about: 'One deployment hands a person’s information to another.',
        routes: transfers,
      },
      {
        title: 'Directory of regions',
        about: 'Where somebody is at home, found by a value and without telling it.',
        routes: directory,
      },
    ],
  },
  {
    title: 'Between users',
    chapters: [
      {
        title: 'Orders',
        about: 'Two people who deal with each other, from the order to its end.',
        routes: orders,
      },
      {
        title: 'Registers',
        about: 'What users may read of each other: sides of an order, reviews, activities.',
        routes: registers,
      },
      {
        title: 'Violations',
        about: 'What somebody is held to have broken, what was decided, and the appeal against it.',
        routes: violations,
      },
      {
        title: 'Harvesting',
        about: 'Users who read too many people, and decoys to notice them by.',
        routes: harvesting,
      },
      {
        title: 'Leaks',
        about: 'What is reported as leaked, and who could have leaked it.',
        routes: leaks,
      },
    ],
  },
  {
    title: 'The desk',
    chapters: [
      {
        title: 'Operators',
        about: 'Who works at the desk, and what they did outside of cases.',
        routes: staff,
      },
      {
        title: 'Cases',
        about: 'What somebody asks to be disclosed, approved by as many as it takes.',
        routes: cases,
      },
      {
        title: 'Orders of authorities and duties in law',
        about: 'What courts and laws ask for, and how it was verified.',
        routes: authority,
      },
      {
        title: 'Complaints',
        about: 'Somebody says that a right of theirs is infringed.',
        routes: complaints,
      },
      {
        title: 'Requests about rights',
        about: 'What people ask about information of theirs.',
        routes: requests,
      },
      {
        title: 'Published bases',
        about: 'Grounds for disclosing that are published before they are used.',
        routes: bases,
      },
      {
        title: 'Portal',
        about: 'Where whoever is handed something looks at it, once.',
        routes: portal,
      },
    ],
  },
  {
    title: 'The record, and its end',
    chapters: [
      {
        title: 'History',
        about: 'What was decided about a person, and why.',
        routes: history,
      },
      {
        title: 'Receipts',
        about: 'What proves a record to somebody who trusts nobody.',
        routes: receipts,
      },
      {
        title: 'Erasure',
        about: 'Removing all that is held of a person.',
        routes: erasure,
      },
      {
        title: 'Legal holds',
        about: 'What must be kept for now, although it would be erased.',
        routes: holds,
      },
    ],
  },
  {
    title: 'The policy',
    chapters: [
      {
        title: 'Policy',
        about: 'Its versions, and what each sentence did.',
        routes: policy,
      },
      {
        title: 'Changes of the policy',
        about: 'A new version: drafted, announced, accepted.',
        routes: changes,
      },
      {
        title: 'Notices of a change',
        about: 'Telling everybody of it.',
        routes: notices,
      },
      {
        title: 'Comments on a change',
        about: 'What people say to it.',
        routes: comments,
      },
    ],
  },
  {
    title: 'Running it',
    chapters: [
      {
        title: 'Measures',
        about: 'Whether what protects people works.',
        routes: measures,
      },
      {
        title: 'API keys',
        about: 'The keys that this interface is asked with.',
        routes: apiKeys,
      },
    ],
  },
];

/** Every chapter, part by part. */
export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

/** Every route of `/v1`. */
export const routes: readonly Route[] = chapters.flatMap((chapter) => chapter.routes);
