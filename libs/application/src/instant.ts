import { z } from 'zod';

/** An instant with its time zone (RFC 3339). The year 0 is none that the database knows. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() > 0);
