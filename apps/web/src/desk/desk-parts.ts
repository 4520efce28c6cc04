// The desk besides the recording of memberships: its pages, and what they share.
import { DeskBodiesController } from './body/bodies.controller.js';
import { BodyActsController } from './body/body-acts.controller.js';
import { BodyDesk } from './body/body-desk.js';
import { DeskSourcesController } from './source/sources.controller.js';
import { Desk } from './desk.js';

export const DESK_PAGES = [DeskBodiesController, BodyActsController, DeskSourcesController];
export const DESK_PROVIDERS = [Desk, BodyDesk];
