/** How a decision went. Without an entry: the person was erased, so that nothing was decided. */
export interface Outcome {
  readonly permitted: boolean;
  readonly entry: string | undefined;
}

/** What is shared with a party, once its person has agreed to it. */
export const sharing = {
  action: 'share',
  purposes: ['marketing.partner'],
  categories: ['contact.phone'],
} as const;

/** What is kept in China of somebody who lives elsewhere, once a mechanism covers it. */
export const transferring = {
  kind: 'contract',
  destination: 'CN',
  purposes: ['keeping'],
  categories: ['contact.name'],
  document: '0'.repeat(64),
} as const;

/** A cookie that is set only once its person has accepted those of its purpose. */
export const optional = { name: 'market_seen', purpose: 'cookies.personal' } as const;

/**
 * One of two processes that race: everything that a race needs of one, whether it is a server that is
 * asked over HTTP or a program with the library in it. A change resolves to its entry in the log.
 */
export interface Side {
  newMember(country?: string): Promise<string>;
  engage(party: string): Promise<string>;
  consent(person: string, party: string): Promise<string>;
  /** For transfers out of a country into China. */
  registerMechanism(origin: string): Promise<string>;
  reinstate(person: string): Promise<string>;
  withdraw(person: string, consent: string): Promise<string>;
  end(party: string, engagement: string): Promise<string>;
  endMechanism(mechanism: string): Promise<string>;
  suspend(person: string): Promise<string>;
  erase(person: string): Promise<string>;
  chooseCookies(person: string, answer: 'accept' | 'reject'): Promise<string>;
  setCookie(person: string): Promise<Outcome>;
  share(person: string, party: string): Promise<Outcome>;
  /** Shares, and resolves to what was handed over; absent where nothing is read. */
  handOver?(person: string, party: string): Promise<string>;
  /** Reads what was handed over, as its party. */
  read?(disclosure: string, party: string): Promise<Outcome>;
  use(person: string): Promise<Outcome>;
  /** Keeps what `transferring` covers. */
  keep(person: string): Promise<Outcome>;
}
