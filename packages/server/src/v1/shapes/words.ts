import { z } from '@hono/zod-openapi';

/** A word of the policy's vocabulary. Whether the policy has it, the policy answers. */
const word = (description: string, example: string) =>
  z.string().min(1).max(120).openapi({ description, example });

export const action = word('An action of the policy.', 'provide');
export const purpose = word('A purpose of the policy, one without others below it.', 'fulfilment');
export const category = word(
  'A category of the policy, one without others below it.',
  'contact.phone',
);
export const recipientClass = word('A class of recipients of the policy.', 'servicePartner');

export const purposes = z.array(purpose).min(1).max(50);
export const categories = z.array(category).min(1).max(200);

/** Values by category. The largest value that the interface takes is 16 KiB of text. */
export const fields = z
  .record(category, z.string().max(16_384))
  .refine((record) => Object.keys(record).length > 0, 'holds nothing')
  .openapi({
    description: 'Values by category. All are kept, or none.',
    example: { 'contact.phone': '+86 20 5555 0100' },
  });

export const language = z
  .string()
  .regex(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/)
  .max(35)
  .openapi({ description: 'A language of the policy (BCP 47).', example: 'zh-CN' });

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .openapi({ description: 'ISO 3166-1 alpha-2.', example: 'CN' });
