import type { Text } from '@avow/policy';
import type { Services } from '../services.ts';

/** A way to a page of the platform's own. */
interface PlatformWay {
  readonly href: string;
  readonly label: Text;
}

/** What the pages know of where they stand. */
export interface Site extends Services {
  /** Where the name in the head of a page leads. */
  readonly home: string;
  /** Where a reader sees what each sentence did for them; undefined: nowhere here. */
  readonly mine: string | undefined;
  /** Where a comment on an announced version is written; undefined: nowhere here. */
  readonly comments: string | undefined;
  /** The platform's icon, an SVG; undefined: it has none of its own. */
  readonly icon: string | undefined;
  /** The languages of the policy in force. */
  languages(): readonly string[];
  /** Ways of the platform's own, in the head and at the foot of each page. */
  readonly ways: readonly PlatformWay[];
  readonly foot: readonly PlatformWay[];
  /** What readers know a party by; undefined: only by its name in the records. */
  nameOf(party: string, language: string): string | undefined;
  /** The platform's name. */
  nameIn(language: string): string;
}

/** What whoever puts a server together says of the platform. */
interface Told {
  readonly name?: Text;
  readonly icon?: string;
  readonly mine?: string;
  readonly comments?: string;
  readonly nameOf?: Site['nameOf'];
  readonly ways?: Site['ways'];
  readonly foot?: Site['foot'];
}

/** Makes the site of a server; without a name of its own it bears the policy's title. */
export function siteOf(
  services: Services,
  home: string,
  { name, icon, mine, comments, nameOf = () => undefined, ways = [], foot = [] }: Told,
): Site {
  const policy = () => services.avow.policy.current().policy;
  return {
    ...services,
    home,
    icon,
    mine,
    comments,
    nameOf,
    ways,
    foot,
    languages: () => policy().vocabulary.languages,
    nameIn: (language) => name?.[language] ?? policy().title[language] ?? policy().name,
  };
}
