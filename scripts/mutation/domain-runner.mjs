// The test runner of `npm run mutation`. Jest would start anew for each mutant and take seconds over it; the domain's specs
// take milliseconds, since they are pure and use nothing of Jest but `describe`, `it` and `expect`. So this one loads them
// once into one process, and again only for a mutant that acts while modules load (a table, a constant: "static").
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { collected } from './specs.mjs';

const SPECS = 'libs/register/src';
/** The generated histories take longer than all other specs together. */
const LEFT_OUT = /\.properties\.spec\.ts$/;

/** What the instrumented code looks at: which mutant is on, how often it was met, and who is testing. */
const instrumented = (globalThis.__stryker__ ??= {});

export class DomainRunner {
  #files = readdirSync(SPECS, { recursive: true })
    .filter((path) => path.endsWith('.spec.ts') && !LEFT_OUT.test(path))
    .map((path) => join(SPECS, path))
    .sort();
  /** All tests, with no mutant on while they were loaded; undefined until then. */
  #loaded;
  #loads = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    register('./typescript-hooks.mjs', import.meta.url);
    // The same cases for each mutant, and no search for the shortest of them: one that fails is enough.
    fc.configureGlobal({ seed: 1969, endOnFailure: true });
    return Promise.resolve();
  }

  async dryRun() {
    const tests = [];
    this.#loaded = [];
    for (const file of this.#files) {
      for (const test of await this.#load(file)) {
        instrumented.currentTestId = test.id;
        tests.push(await run(test));
        instrumented.currentTestId = undefined;
        this.#loaded.push(test);
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: instrumented.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, sandboxFileName, disableBail }) {
    instrumented.hitLimit = hitLimit;
    instrumented.hitCount = hitLimit === undefined ? undefined : 0;
    const files = nearestFirst(this.#files, sandboxFileName);
    const tests =
      mutantActivation === 'static'
        ? await this.#runAnew(files, activeMutant.id)
        : await this.#runLoaded(files, activeMutant.id, new Set(testFilter));
    instrumented.activeMutant = undefined;
    const stuck = determineHitLimitReached(instrumented.hitCount, instrumented.hitLimit);
    return toMutantRunResult(stuck ?? { status: DryRunStatus.Complete, tests }, disableBail);
  }

  /** The tests that come upon the mutant, until one fails. */
  async #runLoaded(files, mutant, wanted) {
    if (!this.#loaded) {
      this.#loaded = [];
      for (const file of this.#files) this.#loaded.push(...(await this.#load(file)));
    }
    instrumented.activeMutant = mutant;
    const tests = this.#loaded
      .filter(({ id }) => wanted.has(id))
      .sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file));
    return untilOneFails(tests);
  }

  /** Every spec anew, with the mutant on from the beginning, until a test fails; one that cannot be loaded fails, too. */
  async #runAnew(files, mutant) {
    instrumented.activeMutant = mutant;
    this.#loads += 1;
    const results = [];
    for (const file of files) {
      try {
        results.push(...(await untilOneFails(await this.#load(file))));
      } catch (error) {
        results.push(result({ id: file, name: file, file }, 0, error));
      }
      if (results.at(-1)?.status === TestStatus.Failed) break;
    }
    return results;
  }

  async #load(file) {
    collected.begin(file);
    await import(`${pathToFileURL(resolve(file)).href}?load=${this.#loads}`);
    return collected.end();
  }
}

/** The specs beside the file first: they are the ones that are most likely to notice. */
function nearestFirst(files, mutated) {
  const path = mutated.replaceAll('\\', '/');
  const stem = path.slice(0, path.lastIndexOf('.'));
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const distance = (file) => {
    const spec = resolve(file).replaceAll('\\', '/');
    return spec.startsWith(`${stem}.`) ? 0 : spec.startsWith(folder) ? 1 : 2;
  };
  return [...files].sort((a, b) => distance(a) - distance(b));
}

async function untilOneFails(tests) {
  const results = [];
  for (const test of tests) {
    results.push(await run(test));
    if (results.at(-1).status === TestStatus.Failed) break;
  }
  return results;
}

async function run(test) {
  const started = performance.now();
  try {
    await test.body();
    return result(test, performance.now() - started);
  } catch (error) {
    return result(test, performance.now() - started, error);
  }
}

const result = ({ id, name, file }, timeSpentMs, error) => ({
  ...{ id, name, fileName: file, timeSpentMs },
  ...(error === undefined
    ? { status: TestStatus.Success }
    : { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) }),
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'domain', DomainRunner)];
