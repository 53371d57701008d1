import type { Told } from '../asking/ask.ts';
import { type Asking, told } from './deed.ts';

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
  const exported = await decide(`${path}/export`, 'export');
  if (standing === 'erased') return told({ standing, held: exported });
  const { state: agreement } = await read(`${path}/agreement`);
  const { consents } = await read(`${path}/consents`);
  const { holds } = await read(`${path}/holds`);
  const isHeld = holds.some(({ lifted }: { lifted: string | null }) => lifted === null);
  const held = exported.permitted ? heldIn(exported) : 'refused';
  return told({ standing, agreement, consent: consents[0]?.state ?? 'none', isHeld, held });
}

/** The values in the answer to an export, by category. */
export function heldIn(exported: Told): Record<string, string> {
  const held: { category: string; value: string }[] = exported.value?.held ?? [];
  return Object.fromEntries(held.map(({ category, value }) => [category, value]));
}
