import { EntitySchema } from 'typeorm';

export interface ThrottleRow {
  /** SHA-256 of what is counted. */
  readonly key: Buffer;
  readonly attempts: number;
  readonly since: Date;
}

export const ThrottleEntity = new EntitySchema<ThrottleRow>({
  name: 'throttle',
  schema: 'accounts',
  columns: {
    key: { type: 'bytea', primary: true },
    attempts: { type: 'integer' },
    since: { type: 'timestamptz' },
  },
  indices: [{ name: 'throttle_since', columns: ['since'] }],
});
