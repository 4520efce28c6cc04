// The public pages, for reading.
import type { Type } from '@nestjs/common';
import { AboutController } from './about.controller.js';
import { BodyPagesController } from './bodies.controller.js';
import { HomeController } from './home.controller.js';
import { LogController } from './log.controller.js';
import { MembershipPagesController } from './memberships.controller.js';
import { SearchPagesController } from './search.controller.js';
import { SourcePagesController } from './sources.controller.js';
import { StatePagesController } from './states.controller.js';

export const READING_PAGES: readonly Type[] = [
  HomeController,
  StatePagesController,
  BodyPagesController,
  MembershipPagesController,
  SourcePagesController,
  LogController,
  SearchPagesController,
  AboutController,
];
