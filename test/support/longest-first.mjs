// In which order Jest runs the files: those that need most first, so that none is left to run alone at the end.
import Sequencer from '@jest/test-sequencer';

const KINDS = ['e2e', 'int', 'unit'];
/** They take a minute and more, whatever their size. */
const LONG = ['test/e2e/web/pages.e2e.spec.ts', 'test/e2e/crash.e2e.spec.ts', 'test/e2e/start.e2e.spec.ts'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path, context }) {
  const long = LONG.findIndex((file) => path.endsWith(file));
  return long >= 0 ? long - LONG.length : KINDS.indexOf(context.config.displayName?.name);
}
