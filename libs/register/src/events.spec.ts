// The table by which stored JSON becomes a typed event.
import { describe, it, expect } from '@jest/globals';
import { bodySchemas } from './body/body.schema.js';
import { contactSchemas } from './contact/contact.schema.js';
import { eventTypes } from './events.js';
import { membershipSchemas } from './membership/membership.schema.js';
import { sourceSchemas } from './source/source.schema.js';
import { stateSchemas } from './state/state.schema.js';

describe('the types of events', () => {
  const all = {
    ...membershipSchemas,
    ...bodySchemas,
    ...stateSchemas,
    ...sourceSchemas,
    ...contactSchemas,
  };

  it('are those of every stream, each name once', () => {
    const names = [membershipSchemas, bodySchemas, stateSchemas, sourceSchemas, contactSchemas].flatMap(
      (schemas) => Object.keys(schemas),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(eventTypes).sort()).toEqual(names.sort());
  });

  it('are read by their own schemas, oldest version first', () => {
    for (const [type, schema] of Object.entries(all))
      expect(eventTypes[type as keyof typeof eventTypes].schemas[0]).toBe(schema);
  });
});
