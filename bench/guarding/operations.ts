import { generator } from '../generator.ts';
import type { LoadSettings } from '../load.ts';
import { WrongAnswer } from '../rounds.ts';
import type { Access } from './access.ts';
import { phoneOf } from './engine.ts';

/** What clients do with an engine, each answer checked. */
export type Operations = (
  access: Access,
  clients: number,
) => Pick<LoadSettings, 'prepare' | 'operate' | 'settle'>;

/** Reads somebody's telephone number, and looks whether it is theirs. */
const read: Operations = (access) => {
  const draw = generator(3);
  return {
    prepare: async () => access.reconnect(),
    async operate() {
      const index = draw.below(access.people);
      const phone = await access.phone(index);
      if (phone !== phoneOf(index)) throw new WrongAnswer('a read gave something else');
    },
  };
};

/**
 * Corrects somebody's address, and after the round looks whether one that was written is what is read. Each client has
 * people of its own, so that it is known whose write was the last.
 */
const write: Operations = (access, clients) => {
  const draw = generator(4);
  const own = Math.max(1, Math.floor(access.people / clients));
  const last = new Map<number, string>();
  let count = 0;
  return {
    prepare: async () => access.reconnect(),
    async operate(client) {
      const index = (client + clients * draw.below(own)) % access.people;
      const address = `${count++} Harbour Street`;
      await access.move(index, address);
      last.set(index, address);
    },
    async settle() {
      const [written] = last;
      // Other clients write to the same people in rounds of their own.
      last.clear();
      if (written === undefined || clients > access.people) return;
      const found = await access.address(written[0]);
      if (found !== written[1]) throw new WrongAnswer('what was written is not what is read');
    },
  };
};

export const operations = { read, write } as const;
export type Kind = keyof typeof operations;
