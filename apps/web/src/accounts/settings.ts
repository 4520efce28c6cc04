// What the pages about accounts need to know of where they run.
import type { FastifyRequest } from 'fastify';
import type { Config } from '#application';

export type WebSettings = Pick<Config, 'publicUrl' | 'oidc'>;
export const WEB_SETTINGS = Symbol('WebSettings');

/** Where the pages are reached, without a slash at the end: as it was configured, else as this request has it. */
export const addressOf = ({ publicUrl }: WebSettings, { protocol, host }: FastifyRequest): string =>
  publicUrl ?? `${protocol}://${host}`;
