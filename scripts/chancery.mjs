// `npm run chancery -- …`: installs and builds what is needed, then runs the command line.
import { isNodeRecent } from './steps/node-version.mjs';

if (isNodeRecent()) {
  import('./steps/command-line.mjs').then(({ commandLine }) => commandLine());
}
