/** What a partner's process is told when it starts. */
export interface Environment {
  /** The name under which the platform knows it. */
  readonly party: string;
  /** Where the platform is, an origin. */
  readonly platform: string;
  /** The verifier key of the platform's log. */
  readonly log: string;
  /** A folder of its own, for its keys and its books. */
  readonly data: string;
  /** Where it would like to listen; 0, or one that is taken: wherever the system lets it. */
  readonly port: number;
}

export function environmentOf(env: Readonly<Record<string, string | undefined>>): Environment {
  const need = (name: string) => {
    const value = env[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  return {
    party: need('PARTY'),
    platform: need('PLATFORM'),
    log: need('LOG'),
    data: need('DATA'),
    port: Number(env['PORT'] ?? '0'),
  };
}
