import { CheckController } from './check.controller.js';
import { CorrectionController } from './correction.controller.js';
import { CorrectionDesk } from './correction-desk.js';
import { RecordController } from './record.controller.js';
import { RecordDesk } from './record-desk.js';
import { Recorder } from './recorder.js';

/** The pages on which acts are recorded. */
export const RECORD_PAGES = [RecordController, CheckController, CorrectionController];
/** What they work with. */
export const RECORD_PARTS = [RecordDesk, CorrectionDesk, Recorder];
