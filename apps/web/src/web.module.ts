import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { AccountLogController } from './accounts/account-log.controller.js';
import { LinkController } from './accounts/link.controller.js';
import { OwnAccountController } from './accounts/own-account.controller.js';
import { ProviderController } from './accounts/provider.controller.js';
import { WEB_SETTINGS, type WebSettings } from './accounts/settings.js';
import { SignInController } from './accounts/sign-in.controller.js';
import { UsersController } from './accounts/users.controller.js';
import { AssetsController } from './assets/assets.controller.js';
import { AUDIT_PAGES } from './audit/audit-parts.js';
import { ChoiceReader } from './page/choices.js';
import { serves, type Halves } from './page/context.js';
import { OptionsController } from './page/options.controller.js';
import { READING_PAGES } from './reading/reading-pages.js';
import { RECORD_PAGES, RECORD_PARTS } from './record/record-parts.js';
import { DESK_PAGES, DESK_PROVIDERS } from './desk/desk-parts.js';
import { takeFiles } from './page/uploads.js';
import { AccessGuard } from './security/access.guard.js';
import { keepDoorway, type Limits } from './security/doorway.js';

/** The desk: forms that record, accounts, audit. */
const ADMIN: Type[] = [
  SignInController,
  ProviderController,
  LinkController,
  OwnAccountController,
  UsersController,
  AccountLogController,
  OptionsController,
  ...AUDIT_PAGES,
  ...RECORD_PAGES,
  ...DESK_PAGES,
];

/** The pages, in one of their halves or in both. Needs the `RegisterModule`. */
@Module({})
export class WebModule {
  static of({ pages, admin }: Halves, settings: WebSettings = {}): DynamicModule {
    if (!pages && !admin) return { module: WebModule };
    const controllers = [AssetsController, ...(pages ? READING_PAGES : []), ...(admin ? ADMIN : [])];
    return {
      module: WebModule,
      controllers,
      providers: [
        ...(admin ? [ChoiceReader, ...RECORD_PARTS, ...DESK_PROVIDERS] : []),
        { provide: APP_GUARD, useFactory: () => new AccessGuard(controllers) },
        { provide: WEB_SETTINGS, useValue: settings },
      ],
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
  await takeFiles(app);
  serves(app.getHttpAdapter().getInstance(), halves);
}
