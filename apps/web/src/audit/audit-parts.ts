// The pages of the audit.
import { JobsController } from './jobs.controller.js';
import { OverviewController } from './overview.controller.js';
import { ReplayController } from './replay.controller.js';

export const AUDIT_PAGES = [OverviewController, ReplayController, JobsController];
