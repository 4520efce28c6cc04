// `npm test`: installs, builds and runs the tests. Written so that an old Node can read it and be told that it is old.
import { isNodeRecent } from './steps/node-version.mjs';

if (isNodeRecent()) {
  import('./steps/test-run.mjs').then(({ testRun }) => testRun(process.argv.slice(2)));
}
