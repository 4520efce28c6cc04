// What the events of a source's stream look like as stored.
import { z } from 'zod';
import { edtf, languageTag, sourceId, text, url } from '../fields.schema.js';

export const sourceSchemas = {
  SourceRegistered: z.strictObject({
    id: sourceId,
    outlet: text(200),
    /** In its own script, as printed; left out where the text has no headline. */
    title: text(500).optional(),
    url: url.optional(),
    language: languageTag,
    /** Left out where the text bears no date. */
    publishedOn: edtf.optional(),
    byline: text(200).optional(),
    /** Whom it relies on: an agency or an office that it quotes. Two that rely on the same are not independent. */
    reliesOn: z.array(text(200)).max(20).optional(),
    note: text(2000).optional(),
  }),
  /** A copy of the page or file as it was, kept by the SHA-256 of its bytes (lower-case hexadecimal). */
  CopyStored: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: z
      .string()
      .regex(/^[a-z]+\/[a-z0-9.+-]+$/)
      .max(100),
    bytes: z.number().int().positive().max(10_000_000),
    retrievedOn: edtf.optional(),
  }),
  /** It is not to be relied on: what rests on it alone is marked, and nothing is deleted. */
  SourceDiscredited: z.strictObject({ reason: text(1000), url: url.optional() }),
  SourceReinstated: z.strictObject({ reason: text(1000), url: url.optional() }),
};
