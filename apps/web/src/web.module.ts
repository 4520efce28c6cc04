import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { AssetsController } from './assets/assets.controller.js';
import { serves, type Halves } from './page/context.js';
import { HomeController } from './reading/home.controller.js';

/** The public pages, for reading. */
const READING = [HomeController];
/** The desk: forms that record, accounts, audit. */
const ADMIN: typeof READING = [];

/** The pages, in one of their halves or in both. Needs the `RegisterModule`. */
@Module({})
export class WebModule {
  static of({ pages, admin }: Halves): DynamicModule {
    const controllers = [...(pages ? READING : []), ...(admin ? ADMIN : [])];
    return { module: WebModule, controllers: pages || admin ? [AssetsController, ...controllers] : [] };
  }
}

/** What the pages need of the server that they run in; before it listens. */
export async function prepareForPages(app: NestFastifyApplication, halves: Halves): Promise<void> {
  await app.register(cookie);
  serves(app.getHttpAdapter().getInstance(), halves);
}
