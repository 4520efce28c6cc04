import type { PoolConfig } from 'pg';

/** The roles in which Chancery connects: each may do only what its part of the program does. */
export const ROLES = ['writer', 'reader', 'projector', 'accounts'] as const;
export type Role = (typeof ROLES)[number];
export const roleName = (role: Role | 'owner'): string => `chancery_${role}`;

/** How to reach the database, as `pg` takes it. */
export type Connection = Pick<
  PoolConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl' | 'options'
>;

export type Connections = Readonly<Record<Role | 'owner', Connection>>;
