import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { sendClientError, sendFrameworkError } from './send-problem.js';

/** Answers what Fastify refuses before any handler. */
export type FrameworkErrors = typeof sendFrameworkError;

/** A Nest application over a module: what is refused before any handler is problem+json too, and browsers may read. */
export async function httpApplication(
  module: DynamicModule,
  frameworkErrors: FrameworkErrors = sendFrameworkError,
  /** Whose `X-Forwarded-…` headers are believed; nobody's, where it is left out. */
  trustProxy: string[] | false = false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors,
    trustProxy,
    clientErrorHandler: sendClientError,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  // Not strict: OPTIONS without a preflight's headers is answered too.
  app.enableCors({
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['ETag', 'Link', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
    strictPreflight: false,
  });
  return app;
}
