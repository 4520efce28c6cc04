// The desk besides the recording of memberships: its pages, and what they share.
import { BodyActsController } from './body/body-acts.controller.js';
import { BodyDesk } from './body/body-desk.js';
import { DeskBodiesController } from './body/bodies.controller.js';
import { DeskContactsController } from './contact/contacts.controller.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { Desk } from './desk.js';
import { DeskSourcesController } from './source/sources.controller.js';
import { DeskStatesController } from './state/states.controller.js';

export const DESK_PAGES = [
  DashboardController,
  DeskBodiesController,
  BodyActsController,
  DeskSourcesController,
  DeskContactsController,
  DeskStatesController,
];
export const DESK_PROVIDERS = [Desk, BodyDesk];
