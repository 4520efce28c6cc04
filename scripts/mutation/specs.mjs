// What a spec finds as `@jest/globals` while it is run without Jest: its tests are collected, and `expect` is Jest's own.
import { bind } from 'jest-each';

export { expect } from 'expect';

class Collected {
  #file = '';
  #path = [];
  #tests = [];

  begin(file) {
    this.#file = file;
    this.#path = [];
    this.#tests = [];
  }

  end() {
    return this.#tests;
  }

  describe(name, body) {
    this.#path.push(name);
    body();
    this.#path.pop();
  }

  it(name, body) {
    const full = [...this.#path, name].join(' ');
    // Of two tests with one name in one file, each has an id of its own.
    const id = `${this.#file}: ${full} (${this.#tests.length + 1})`;
    this.#tests.push({ id, name: full, file: this.#file, body });
  }
}

/** The tests of the spec file that is being loaded. */
export const collected = new Collected();

export const describe = (name, body) => collected.describe(name, body);
export const it = (name, body) => collected.it(name, body);
describe.each = bind(describe, false);
it.each = bind(it, false);
