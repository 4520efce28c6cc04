import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { AssetsController } from './assets/assets.controller.js';
import { serves, type Halves } from './page/context.js';
import { BodyPagesController } from './reading/bodies.controller.js';
import { HomeController } from './reading/home.controller.js';
import { MembershipPagesController } from './reading/memberships.controller.js';
import { StatePagesController } from './reading/states.controller.js';
import { AccessGuard } from './security/access.guard.js';
import { keepDoorway, type Limits } from './security/doorway.js';

/** The public pages, for reading. */
const READING = [HomeController, StatePagesController, BodyPagesController, MembershipPagesController];
/** The desk: forms that record, accounts, audit. */
const ADMIN: typeof READING = [];

/** The pages, in one of their halves or in both. Needs the `RegisterModule`. */
@Module({})
export class WebModule {
  static of({ pages, admin }: Halves): DynamicModule {
    if (!pages && !admin) return { module: WebModule };
    const controllers = [AssetsController, ...(pages ? READING : []), ...(admin ? ADMIN : [])];
    return {
      module: WebModule,
      controllers,
      providers: [{ provide: APP_GUARD, useFactory: () => new AccessGuard(controllers) }],
    };
  }
}

/** What the pages need of the server that they run in; before it listens. */
export async function prepareForPages(
  app: NestFastifyApplication,
  halves: Halves,
  limits?: Limits,
): Promise<void> {
  await app.register(cookie);
  await keepDoorway(app, limits);
  serves(app.getHttpAdapter().getInstance(), halves);
}
