// Adds up what the runs of Jest report in their JSON files.
import { existsSync, readFileSync } from 'node:fs';

export class Counts {
  #passed = 0;
  #failed = 0;
  #skipped = [];

  /** Takes in one run. One that left no report, or that failed without a failed test in it, counts as a failure. */
  add(run, reportFile, exit) {
    if (!existsSync(reportFile)) {
      this.fail(`${run}: Jest ended (${exit}) without a report.`);
      return;
    }
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    // A file that cannot be run has no tests in the report: it is one failure.
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    this.#passed += report.numPassedTests;
    this.#failed += failed;
    this.#skipped.push(...skippedIn(report));
    if (exit !== 0 && failed === 0) this.fail(`${run}: Jest ended (${exit}) although no test failed.`);
  }

  fail(reason) {
    console.error(reason);
    this.#failed += 1;
  }

  get good() {
    return this.#failed === 0 && this.#passed > 0;
  }

  /** The skipped tests by name, then the closing line: `N passed, N failed`. */
  print() {
    if (this.#passed + this.#failed === 0) this.fail('No test ran.');
    for (const name of this.#skipped.slice(0, 20)) console.log(`skipped: ${name}`);
    if (this.#skipped.length > 20) console.log(`skipped: ${this.#skipped.length - 20} more`);
    const skipped = this.#skipped.length > 0 ? `, ${this.#skipped.length} skipped` : '';
    console.log(`${this.#passed} passed, ${this.#failed} failed${skipped}`);
  }
}

function skippedIn(report) {
  return report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);
}
