import { createSecretKey, randomBytes } from 'node:crypto';
import {
  type Avow,
  type AvowOptions,
  asPartyId,
  createAvow,
  type Decided,
  type Item,
  type NewItem,
  type PersonId,
  type Which,
} from 'avow';
import { WrongAnswer } from '../rounds.ts';
import type { Clock, Engine } from './engine.ts';
import { countActs, lengthOf } from './log.ts';
import {
  type Answer,
  type Datum,
  type KeptMetadata,
  NEWEST,
  type Operation,
  type Setting,
} from './operation.ts';
import { policy, purposeOf, usageOf } from './policy.ts';
import { type NewRecord, vocabulary } from './record.ts';

type Words = (typeof policy)['vocabulary'];
type Purpose = Parameters<Avow<Words>['items']['add']>[0]['purpose'];

const processor = asPartyId('processor');
const regulator = asPartyId('regulator');
const categories = vocabulary.cat;

/** What our items call the fields of the metadata that are terms. */
const named = {
  obj: 'objection',
  dec: 'decisions',
  acl: 'access',
  shr: 'sharing',
  src: 'source',
} as const;

/** Items that one call adds. */
const TOGETHER = 400;

/** Where an engine keeps its stores, and how large they are. */
export interface Stores extends Pick<AvowOptions<Words>, 'database' | 'anchor'> {
  size(): Promise<number>;
}

/** Avow with everything on: policy, encryption, evidence, ledger. */
export async function openAvow(stores: Stores, clock: Clock): Promise<Engine> {
  const root = createSecretKey(randomBytes(32));
  const avow = await createAvow({
    policy,
    database: stores.database,
    ...(stores.anchor === undefined ? {} : { anchor: stores.anchor }),
    keys: { rootKey: async () => root, source: 'made for this run' },
    clock,
  });
  const people = await settle(avow);
  let begun = 0;
  const users = new Map([...people].map(([usr, person]) => [person, usr]));
  const metadata = (item: Item<Words>) => metadataFrom(item, users.get(item.person)!);
  const personOf = (usr: string): PersonId => people.get(usr)!;

  /** Everybody concerned, one decision each. */
  async function each<Value>(
    which: Which<Words>,
    ask: (person: PersonId) => Promise<Decided<Value>>,
  ): Promise<Value[]> {
    const values: Value[] = [];
    for await (const { decided } of avow.each(avow.items.holders(which), ask)) {
      if (decided !== undefined) values.push(permitted(decided));
    }
    return values;
  }

  async function add(records: readonly NewRecord[]): Promise<void> {
    const now = clock.now();
    const groups = Map.groupBy(records, ({ usr, pur }) => `${usr} ${pur}`);
    const calls = [...groups.values()].flatMap((group) =>
      Array.from({ length: Math.ceil(group.length / TOGETHER) }, (_, at) =>
        group.slice(at * TOGETHER, (at + 1) * TOGETHER),
      ),
    );
    await Promise.all(
      calls.map(async (call) => {
        const [{ usr, pur }] = call as [NewRecord];
        const items = call.map((record) => itemFrom(record, now));
        permitted(await avow.items.add({ person: personOf(usr), purpose: purposeOf(pur), items }));
      }),
    );
  }

  const ours = { purpose: 'keeping', to: 'platform', categories } as const;
  const theirs = { purpose: 'rights', to: 'person', categories } as const;

  async function perform(operation: Operation): Promise<Answer> {
    const { items } = avow;
    switch (operation.kind) {
      case 'insert':
        await add([operation.record]);
        return { count: 1 };
      case 'delete by purpose': {
        const which = { heldFor: purposeOf(operation.pur) };
        return counted(await each(which, (person) => items.remove({ person, ...ours, ...which })));
      }
      case 'delete by user':
        return counted([
          permitted(await items.remove({ person: personOf(operation.usr), ...ours })),
        ]);
      case 'delete by key':
        return countedOne(await items.removeOne({ key: operation.key, ...theirs }));
      case 'update metadata by purpose': {
        const which = { heldFor: purposeOf(operation.pur) };
        const set = termsFrom(operation);
        return counted(
          await each(which, (person) => items.setTerms({ person, ...ours, ...which, set })),
        );
      }
      case 'update metadata by user': {
        const some = { person: personOf(operation.usr), ...ours, set: termsFrom(operation) };
        return counted([permitted(await items.setTerms(some))]);
      }
      case 'update metadata by key': {
        const one = { key: operation.key, ...theirs, terms: termsFrom(operation) };
        return countedOne(await items.change(one));
      }
      case 'update data by key': {
        const one = { key: operation.key, ...theirs, value: operation.data };
        return countedOne(await items.change(one));
      }
      case 'read by key': {
        const purpose = purposeOf(operation.pur);
        const asked = { key: operation.key, purpose, to: { party: processor } };
        const decided = await items.actOn('use', asked);
        return { data: decided ? [datumFrom(permitted(decided).item)] : [] };
      }
      case 'read by purpose': {
        const purpose = purposeOf(operation.pur);
        return dataIn(await eachUse({ heldFor: purpose }, purpose));
      }
      case 'read by objection': {
        const purpose = usageOf(operation.obj);
        return dataIn(await eachUse({ without: { objection: purpose } }, purpose));
      }
      case 'read by user': {
        const asked = { person: personOf(operation.usr), ...theirs };
        return dataIn([permitted(await items.act('show', asked))]);
      }
      case 'read metadata by key': {
        const decided = await items.actOn('show', { key: operation.key, ...theirs });
        return { metadata: decided ? [metadata(permitted(decided).item)] : [] };
      }
      case 'read metadata by user': {
        const asked = { purpose: 'supervision', to: { party: regulator }, categories } as const;
        const person = personOf(operation.usr);
        const { items: found } = permitted(await items.act('inspect', { person, ...asked }));
        return { metadata: found.map(metadata) };
      }
      case 'read the log':
        return { readings: await countActs(avow.log, 'inspect', begun, NEWEST) };
      case 'verify deletion':
        return { isGone: !(await items.isHeld(operation.key)) };
      default:
        return operation satisfies never;
    }
  }

  function eachUse(which: Which<Words>, purpose: Purpose) {
    const asked = { purpose, to: { party: processor }, categories } as const;
    return each(which, (person) => avow.items.act('use', { person, ...asked, ...which }));
  }

  return {
    promised: { expires: true, logs: true },
    load: add,

    async begin() {
      begun = await lengthOf(avow.log);
    },

    perform,
    // What has run out is not read from that moment on; it is swept when the workload ends.
    tick: async () => undefined,
    async end() {
      await avow.sweep();
    },

    size: stores.size,
    close: () => avow.close(),
  };
}

/** A person for each user, and the contracts with those who read. */
async function settle(avow: Avow<Words>): Promise<ReadonlyMap<string, PersonId>> {
  const country = 'DE';
  const purposes = [...vocabulary.pur.map(purposeOf), ...vocabulary.obj.map(usageOf)];
  await avow.parties.engage({ party: processor, as: 'processor', purposes, categories, country });
  const supervision = { purposes: ['supervision'], categories, country } as const;
  await avow.parties.engage({ party: regulator, as: 'authority', ...supervision });
  const made = vocabulary.usr.map(async (usr) => {
    const { person } = await avow.subjects.create({ country });
    return [usr, person] as const;
  });
  return new Map(await Promise.all(made));
}

/** A record as an item: what decisions turn on is a term, whom it was shared with is said of each alone. */
function itemFrom(record: NewRecord, now: number): Added {
  const { key, cat, data, shr, obj, dec, acl, src, ttl } = record;
  return {
    key,
    category: cat as Added['category'],
    value: data,
    labels: { [named.shr]: shr },
    terms: {
      [named.obj]: usageOf(obj),
      [named.dec]: dec,
      [named.acl]: acl,
      [named.src]: src,
    },
    until: now + ttl * 1_000,
  };
}

type Added = NewItem<Words>;

function termsFrom({ field, value }: Setting): Readonly<Record<string, string>> {
  return { [named[field]]: field === 'obj' ? usageOf(value) : value };
}

function datumFrom({ key, value }: Item<Words>): Datum {
  return { key, data: value };
}

function metadataFrom(
  { key, category, purpose, terms, until }: Item<Words>,
  usr: string,
): KeptMetadata {
  return {
    key,
    expires: until!,
    pur: vocabulary.pur.find((pur) => purposeOf(pur) === purpose)!,
    usr,
    obj: vocabulary.obj.find((obj) => usageOf(obj) === terms[named.obj])!,
    dec: terms[named.dec]!,
    acl: terms[named.acl]!,
    shr: terms[named.shr]!,
    src: terms[named.src]!,
    cat: category,
  };
}

function dataIn(found: readonly { readonly items: readonly Item<Words>[] }[]): Answer {
  return { data: found.flatMap(({ items }) => items.map(datumFrom)) };
}

type Counted = { readonly count: number };

function counted(all: readonly Counted[]): Answer {
  return { count: all.reduce((sum, { count }) => sum + count, 0) };
}

function countedOne(decided: Decided<Counted> | undefined): Answer {
  return counted(decided ? [permitted(decided)] : []);
}

/** The policy permits all that the benchmark asks; a refusal is a wrong answer. */
function permitted<Value>(decided: Decided<Value>): Value {
  if (decided.permitted) return decided.value;
  throw new WrongAnswer(`refused by ${decided.sentence}`);
}
