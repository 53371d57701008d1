import { all, any } from '@avow/policy';
import { words } from './vocabulary.ts';

const { identity, contact, health, appointment, kin, insurance, bill, history } = words.category;
const { cookieIdentifier } = words.category;
const { hospital, insurer, researcher, authority, unrelated } = words.recipient;
const { provide, share, sell, disclose, open } = words.action;
const { treating, referred, emergency, insured, neededForPart, permitted } = words.fact;
const { ordered, statutory, twoApprovals } = words.fact;

// Words and conditions that several clauses share, so that each means the same by them.

/** What a patient gives or we find out: all but the list of who looked. */
export const known = [identity, contact, health, appointment, kin, insurance, bill] as const;

/** All that is held of somebody. */
export const held = [...known, cookieIdentifier, history] as const;

/** Everyone outside. */
export const outsiders = [hospital, insurer, researcher, authority, unrelated] as const;

/** The acts by which somebody outside comes to know something. */
export const handing = [provide, share, sell, disclose, open] as const;

/** Who cares for a patient: by treating them, by being referred to, or in an emergency. */
export const caring = any(treating, referred, emergency);

/** A verified order or a registered duty in law, and two of us agreed. */
export const lawAndTwo = all(any(ordered, statutory), twoApprovals);

/** Any of the grounds on which somebody outside gets anything at all. */
export const someGround = any(all(any(referred, insured), neededForPart), permitted, lawAndTwo);
