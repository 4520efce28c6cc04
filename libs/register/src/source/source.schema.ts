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
    /** Whom it relies on: an agency or an office that it quotes. */
    reliesOn: z.array(text(200)).max(20).optional(),
    note: text(2000).optional(),
  }),
};
