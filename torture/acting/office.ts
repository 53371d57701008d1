import { newOnce, type Told } from '../asking/ask.ts';
import { type Deed, leaving, type Thing, told } from './deed.ts';

const DOCUMENTS = ['service-agreement', 'site-rules'] as const;

interface OfficeState {
  /** The version in force of each document: how many were published. */
  readonly documents: Readonly<Record<string, number>>;
  /** Versions of the policy that were published over HTTP. */
  readonly policies: number;
  /** The id of who works at the desk. */
  readonly operator?: string;
  readonly keys: readonly {
    readonly label: string;
    readonly id?: string;
    readonly isRevoked: boolean;
  }[];
}

/** What the platform itself publishes, and whom it gives keys to. */
export interface Office extends Thing<OfficeState> {
  /**
   * The two documents that an acceptance binds, to be published before anybody can accept, and an operator, who
   * verifies what holds are placed on. Each is asked for once what came before it is answered.
   */
  begin(): Iterable<Deed<OfficeState>>;
}

/** `policy`: as `/policy.json` tells it at the start; `digest`: its name. */
export function office(policy: Told, digest: string): Office {
  let state: OfficeState = { documents: {}, policies: 0, keys: [] };

  function publishDocument(kind: (typeof DOCUMENTS)[number]): Deed<OfficeState> {
    const version = (state.documents[kind] ?? 0) + 1;
    const texts = { en: `${kind}, ${version}`, 'zh-CN': `${kind}，${version}` };
    return {
      kind: 'publish document',
      request: {
        method: 'POST',
        path: '/v1/documents',
        body: { kind, version: String(version), texts },
        once: newOnce(),
      },
      after: (before) => ({ ...before, documents: { ...before.documents, [kind]: version } }),
      ...leaving(`version ${kind} in-force`),
    };
  }

  function publishPolicy(): Deed<OfficeState> {
    const title = { ...policy.title, en: `${policy.title.en}, version ${state.policies + 2}` };
    return {
      kind: 'publish policy',
      request: {
        method: 'POST',
        path: '/v1/policy/versions',
        body: { policy: { ...policy, title } },
        once: newOnce(),
      },
      after: (before) => ({ ...before, policies: before.policies + 1 }),
      leaves: (answer) => [`version policy in-force ${answer.digest}`],
      mayLeave: [],
    };
  }

  const operator = (): Deed<OfficeState> => ({
    kind: 'create',
    request: { method: 'POST', path: '/v1/subjects', body: { kind: 'device' }, once: newOnce() },
    after: (before, answer) => ({ ...before, operator: answer?.person }),
    ...leaving('evidence subject created'),
  });

  const appoint = (): Deed<OfficeState> => ({
    kind: 'create',
    request: {
      method: 'POST',
      path: '/v1/staff',
      body: { operator: state.operator },
      once: newOnce(),
    },
    after: (before) => before,
    ...leaving('evidence staff appointed'),
  });

  function createKey(): Deed<OfficeState> {
    const label = `key ${state.keys.length}`;
    return {
      kind: 'create key',
      request: {
        method: 'POST',
        path: '/v1/keys',
        body: { label, scopes: ['subjects:read'] },
        once: newOnce(),
      },
      after: (before, answer) => ({
        ...before,
        keys: [...before.keys, { label, id: answer?.id, isRevoked: false }],
      }),
      ...leaving(),
    };
  }

  function revokeKey(key: OfficeState['keys'][number]): Deed<OfficeState> {
    return {
      kind: 'revoke key',
      request: { method: 'DELETE', path: `/v1/keys/${key.id}`, once: newOnce() },
      after: (before) => ({
        ...before,
        keys: before.keys.map((each) =>
          each.label === key.label ? { ...each, isRevoked: true } : each,
        ),
      }),
      ...leaving(),
      isHarmlessTwice: true,
    };
  }

  return {
    name: 'the office',
    isOver: false,
    get state() {
      return state;
    },
    become(next) {
      state = next;
    },
    *begin() {
      yield* DOCUMENTS.map(publishDocument);
      yield operator();
      yield appoint();
    },
    possible() {
      const live = state.keys.find(({ isRevoked }) => !isRevoked);
      const deeds = [publishDocument(DOCUMENTS[state.policies % 2]!), publishPolicy(), createKey()];
      return live === undefined ? deeds : [...deeds, revokeKey(live)];
    },
    shown: ({ documents, policies, keys }) =>
      told({
        documents,
        policies,
        keys: keys.map(({ label, isRevoked }) => `${label} ${isRevoked}`).sort(),
      }),
    async look({ read }) {
      const documents: Record<string, number> = {};
      for (const kind of DOCUMENTS) {
        const { version } = await read(`/v1/documents/${kind}`);
        if (version !== undefined) documents[kind] = Number(version);
      }
      const { versions } = await read('/v1/policy/versions');
      const { keys } = await read('/v1/keys');
      const published = versions.filter((each: { digest: string }) => each.digest !== digest);
      const listed = keys
        .filter(({ label }: { label: string }) => label.startsWith('key '))
        .map(
          (key: { label: string; revoked: string | null }) =>
            `${key.label} ${key.revoked !== null}`,
        );
      return told({ documents, policies: published.length, keys: listed.sort() });
    },
  };
}
