// `npm start`: installs, builds and runs Chancery. Written so that an old Node can read it and be told that it is old.
import { isNodeRecent } from './steps/node-version.mjs';

if (isNodeRecent()) {
  import('./steps/serve.mjs').then(({ serve }) => serve(process.argv.slice(2)));
}
