import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { reference } from './reference.ts';

/**
 * That a device is joined to a person stands twice: with the device, which then stands for itself no more,
 * and with the person, to whom it was. The second goes when the person is erased, the first does not.
 */
export const JOINED = 'joined';
export const OWN_DEVICE = 'device';

/** That a device stands for all browsers that nobody is told apart by, and so for no one of them. */
export const STRANGER = 'stranger';

/** Whether this device is joined to somebody. */
export function joinedOf(device: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [device, JOINED], limit: 1 };
}

export function ownDeviceRef(device: string, person: string): string {
  return reference(OWN_DEVICE, device, person);
}

/** Whether it is to this person that it is joined. */
export function ownDeviceOf(device: string, person: string): ReadOf<'evidence'> {
  const equals = [ownDeviceRef(device, person), OWN_DEVICE];
  return { table: 'evidence', by: 'ref', equals, limit: 1 };
}

/** Devices that are joined to a person. */
export function ownDevicesOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, OWN_DEVICE], limit: 10_000 };
}

export function ownDeviceIn({ ref }: Pick<EvidenceRow, 'ref'>): string {
  const [, device] = JSON.parse(ref ?? '') as readonly [string, string, string];
  return device;
}

export function strangerOf(device: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [device, STRANGER], limit: 1 };
}
