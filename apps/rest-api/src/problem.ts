import type { Facts, ProblemCode } from './sentences.js';

export interface Fault {
  /** The query parameter that is at fault. */
  readonly parameter: string;
  readonly code: ProblemCode;
  readonly facts: Facts;
}

/** A request that is answered with RFC 9457 problem+json. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: Facts = {},
    /** Each parameter at fault, where there are any. */
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
    this.name = 'Problem';
  }

  static ofFaults(faults: readonly [Fault, ...Fault[]]): Problem {
    return new Problem(faults[0].code, faults[0].facts, faults);
  }
}
