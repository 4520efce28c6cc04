// The pages of the audit.
import { DifferencesPagesController } from './differences.controller.js';
import { JobsController } from './jobs.controller.js';
import { OverviewController } from './overview.controller.js';
import { RecordController } from './record.controller.js';
import { ReplayController } from './replay.controller.js';

export const AUDIT_PAGES = [
  OverviewController,
  ReplayController,
  JobsController,
  RecordController,
  DifferencesPagesController,
];
