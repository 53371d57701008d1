import { type Answer, metadataOf, NEWEST, type Operation } from './operation.ts';
import { type Kept, keptFrom, type NewRecord } from './record.ts';

/** What a store promises, so that it is known what it must answer. */
export interface Promised {
  /** Nothing is there from the second on in which its time is over. */
  readonly expires: boolean;
  readonly logs: boolean;
}

/** The plain model of a store, which says what each operation must answer. */
export class Oracle {
  readonly #promised: Promised;
  readonly #kept = new Map<string, Kept>();
  #readings = 0;

  constructor(promised: Promised) {
    this.#promised = promised;
  }

  load(records: readonly NewRecord[], now: number): void {
    for (const record of records) this.#kept.set(record.key, keptFrom(record, now));
  }

  /** A workload begins: its regulator looks at no older lines of the log. */
  begin(): void {
    this.#readings = 0;
  }

  /** Which of these are not there. */
  missing(records: readonly NewRecord[], now: number): NewRecord[] {
    return records.filter(({ key }) => {
      const record = this.#kept.get(key);
      return record === undefined || !this.#isThere(record, now);
    });
  }

  perform(operation: Operation, now: number): Answer {
    switch (operation.kind) {
      case 'insert':
        this.load([operation.record], now);
        return { count: 1 };
      case 'delete by purpose':
      case 'delete by user':
      case 'delete by key':
        return this.#change(operation, now, () => undefined);
      case 'update metadata by purpose':
      case 'update metadata by user':
      case 'update metadata by key': {
        const { field, value } = operation;
        return this.#change(operation, now, (record) => ({ ...record, [field]: value }));
      }
      case 'update data by key': {
        const { data } = operation;
        return this.#change(operation, now, (record) => ({ ...record, data }));
      }
      case 'read by key':
      case 'read by user':
      case 'read by purpose':
      case 'read by objection':
        return { data: this.#meant(operation, now).map(({ key, data }) => ({ key, data })) };
      case 'read metadata by user':
        this.#readings += 1;
        return { metadata: this.#meant(operation, now).map(metadataOf) };
      case 'read metadata by key':
        return { metadata: this.#meant(operation, now).map(metadataOf) };
      case 'read the log':
        return { readings: this.#promised.logs ? Math.min(NEWEST, this.#readings) : undefined };
      case 'verify deletion':
        return { isGone: this.#meant(operation, now).length === 0 };
      default:
        return operation satisfies never;
    }
  }

  #change(operation: Operation, now: number, change: (record: Kept) => Kept | undefined): Answer {
    const meant = this.#meant(operation, now);
    for (const record of meant) {
      const changed = change(record);
      if (changed === undefined) this.#kept.delete(record.key);
      else this.#kept.set(record.key, changed);
    }
    return { count: meant.length };
  }

  #meant(operation: Operation, now: number): Kept[] {
    if ('key' in operation) {
      const record = this.#kept.get(operation.key);
      return record && this.#isThere(record, now) ? [record] : [];
    }
    if ('usr' in operation) return this.#held(now, ({ usr }) => usr === operation.usr);
    if ('pur' in operation) return this.#held(now, ({ pur }) => pur === operation.pur);
    if ('obj' in operation) return this.#held(now, ({ obj }) => obj !== operation.obj);
    return [];
  }

  #held(now: number, isMeant: (record: Kept) => boolean): Kept[] {
    return [...this.#kept.values()].filter(
      (record) => isMeant(record) && this.#isThere(record, now),
    );
  }

  #isThere({ expires }: Kept, now: number): boolean {
    return !this.#promised.expires || now < expires;
  }
}
