import type { Told } from '../asking/ask.ts';
import { type Asking, decided, type Leaving, told } from './deed.ts';

/** What is known of a person, from answers alone. */
export interface PersonState {
  /** Undefined until the answer to its creation told it. */
  readonly id?: string;
  readonly standing: 'absent' | 'active' | 'suspended' | 'erased';
  readonly agreement: 'never-asked' | 'accepted' | 'terminated';
  readonly held: Readonly<Record<string, string>>;
  readonly consent: 'none' | 'given' | 'withdrawn';
  readonly consentId?: string;
  /** Whether a legal hold stands. Nobody is erased meanwhile here. */
  readonly isHeld: boolean;
  readonly holdId?: string;
}

/** Whom a share would go to, and whether they are engaged right now. */
export interface Partner {
  readonly party: string;
  readonly isEngaged: boolean;
}

/** How a state must be told. */
export function shown({ standing, agreement, held, consent, isHeld }: PersonState): string {
  switch (standing) {
    case 'absent':
      return told({ standing });
    case 'erased':
      return told({ standing, held: 'AVOW_ERASED' });
    case 'suspended':
      return told({ standing, agreement, consent, isHeld, held: 'refused' });
    case 'active':
      return told({ standing, agreement, consent, isHeld, held });
  }
}

/** How the servers tell it. */
export async function look({ read, decide }: Asking, id: string | undefined): Promise<string> {
  if (id === undefined) return told({ standing: 'absent' });
  const path = `/v1/subjects/${id}`;
  const { state: standing } = await read(path);
  const exported = await decide(`${path}/export`, anExport);
  if (standing === 'erased') return told({ standing, held: exported });
  const { state: agreement } = await read(`${path}/agreement`);
  const { consents } = await read(`${path}/consents`);
  const { holds } = await read(`${path}/holds`);
  const isHeld = holds.some(({ lifted }: { lifted: string | null }) => lifted === null);
  const held = exported.permitted ? heldIn(exported) : 'refused';
  return told({ standing, agreement, consent: consents[0]?.state ?? 'none', isHeld, held });
}

/**
 * An export, whatever the book knows of the person. Where something stands about them in the registers,
 * such as an order, that is decided as well.
 */
export const anExport: Leaving = {
  kind: 'export',
  leaves: (told) => [
    decided('export', told.permitted),
    ...(heldBy(told).some(isOfRegister) ? [decided('join', true)] : []),
  ],
  // Permitted or not: an answer that was lost may have left either.
  mayLeave: [decided('export', true), decided('export', false), decided('join', true)],
};

/** The values in the answer to an export, by category, without the registers: they are not the person's word. */
export function heldIn(exported: Told): Record<string, string> {
  const given = heldBy(exported).filter((each) => !isOfRegister(each));
  return Object.fromEntries(given.map(({ category, value }) => [category, value]));
}

interface Held {
  readonly category: string;
  readonly value: string;
}

const heldBy = (exported: Told): readonly Held[] => exported.value?.held ?? [];
const isOfRegister = ({ category }: Held): boolean => category.startsWith('register.');
