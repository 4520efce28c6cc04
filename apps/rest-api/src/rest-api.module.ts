import { Module } from '@nestjs/common';
import { ActsController } from './acts.controller.js';
import { BodiesController } from './bodies.controller.js';
import { EventsController } from './events.controller.js';
import { HealthController } from './health.controller.js';
import { LandingController } from './landing.controller.js';
import { DifferencesController } from './differences.controller.js';
import { MembershipsController } from './memberships.controller.js';
import { SearchController } from './search.controller.js';
import { SourcesController } from './sources.controller.js';
import { StatesController } from './states.controller.js';

/** Reading over REST. Needs the `RegisterModule`. */
@Module({
  controllers: [
    LandingController,
    StatesController,
    BodiesController,
    DifferencesController,
    MembershipsController,
    ActsController,
    SourcesController,
    SearchController,
    EventsController,
    HealthController,
  ],
})
export class RestApiModule {}
