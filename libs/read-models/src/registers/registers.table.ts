import { EntitySchema } from 'typeorm';
import type { BodyRow, SourceRow, StateRow } from './registers.projection.js';

const position = { type: 'bigint' } as const;

export const BodyEntity = new EntitySchema<BodyRow>({
  name: 'body',
  schema: 'read_model',
  columns: {
    slug: { type: 'text', primary: true, collation: 'C' },
    position,
    kind: { type: 'text' },
    names: { type: 'jsonb' },
    rule: { type: 'jsonb' },
    inForceSince: { type: 'text', name: 'in_force_since', nullable: true },
    sources: { type: 'jsonb' },
  },
});

export const StateEntity = new EntitySchema<StateRow>({
  name: 'state',
  schema: 'read_model',
  columns: {
    code: { type: 'text', primary: true, collation: 'C' },
    position,
    alpha2: { type: 'text', nullable: true },
    numeric: { type: 'text', nullable: true },
    names: { type: 'jsonb' },
    aliases: { type: 'jsonb', nullable: true },
  },
});

export const SourceEntity = new EntitySchema<SourceRow>({
  name: 'source',
  schema: 'read_model',
  columns: {
    id: { type: 'text', primary: true, collation: 'C' },
    position,
    outlet: { type: 'text' },
    title: { type: 'text', nullable: true },
    url: { type: 'text', nullable: true },
    language: { type: 'text' },
    publishedOn: { type: 'text', name: 'published_on', nullable: true },
    byline: { type: 'text', nullable: true },
    reliesOn: { type: 'jsonb', name: 'relies_on', nullable: true },
    note: { type: 'text', nullable: true },
  },
});
