// `npm run bench`: builds, starts a PostgreSQL of its own with durable commits, and runs the benchmarks one by one.
import { isNodeRecent } from './steps/node-version.mjs';

if (isNodeRecent()) {
  import('./steps/benchmarks.mjs').then(({ benchmarks }) => benchmarks(process.argv.slice(2)));
}
