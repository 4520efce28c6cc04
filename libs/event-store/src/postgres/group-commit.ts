/** What a request holds on to while it is under way, so that no two of a batch get in each other's way. */
export interface Claims {
  /** Names that nobody else may have at the same time, such as a stream that is written. */
  readonly exclusive: readonly string[];
  /** Names that others may look at too, but not have. */
  readonly shared: readonly string[];
  /** How much of a batch it takes up. */
  readonly weight: number;
}

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Limits {
  readonly requests: number;
  readonly weight: number;
}

/** How far down the queue to look for requests that do not wait for another one. */
const LOOK_AHEAD = 2000;

/**
 * Sends what arrives while a batch is under way together as the next batch. Requests with a name in common go in
 * different batches, in the order in which they came.
 */
export class GroupCommit<Request extends Claims, Result> {
  #queue: Waiting<Request, Result>[] = [];
  #scheduled = false;
  #sending: Promise<void> | undefined;

  /**
   * @param send gives one result a request, in their order: an error is a refusal of that request alone. If it throws,
   *   every request of the batch fails with what it threw
   */
  constructor(
    private readonly send: (batch: Request[]) => Promise<(Result | Error)[]>,
    private readonly limits: Limits = { requests: 512, weight: 4 * 1024 * 1024 },
  ) {}

  submit(request: Request): Promise<Result> {
    const result = new Promise<Result>((resolve, reject) => this.#queue.push({ request, resolve, reject }));
    this.#schedule();
    return result;
  }

  /** Waits until everything that was submitted has its result. */
  async idle(): Promise<void> {
    while (this.#sending ?? this.#queue.length > 0) {
      await this.#sending;
      await new Promise(setImmediate);
    }
  }

  /** At the end of this turn of the event loop, so that all who were answered by the last batch can join the next. */
  #schedule(): void {
    if (this.#scheduled || this.#sending || this.#queue.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#sending = this.#sendBatch(this.#take()).finally(() => {
        this.#sending = undefined;
        this.#schedule();
      });
    });
  }

  async #sendBatch(batch: Waiting<Request, Result>[]): Promise<void> {
    try {
      const results = await this.send(batch.map(({ request }) => request));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined) reject(new Error('the batch gave no result for the request'));
        else if (result instanceof Error) reject(result);
        else resolve(result);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  #take(): Waiting<Request, Result>[] {
    const batch: Waiting<Request, Result>[] = [];
    const left: Waiting<Request, Result>[] = [];
    const taken = new Taken();
    let room = this.limits.weight;
    for (const waiting of this.#queue.slice(0, LOOK_AHEAD)) {
      const { request } = waiting;
      const fits = batch.length === 0 || (batch.length < this.limits.requests && request.weight <= room);
      // What has to wait holds its names as well, so that nobody who came later overtakes it.
      if (taken.claim(request) && fits) batch.push(waiting);
      else left.push(waiting);
      room -= request.weight;
    }
    this.#queue = left.concat(this.#queue.slice(LOOK_AHEAD));
    return batch;
  }
}

/** The names that are spoken for. */
class Taken {
  readonly #exclusive = new Set<string>();
  readonly #shared = new Set<string>();

  /** Whether the names were free; they are taken from here on either way. */
  claim({ exclusive, shared }: Claims): boolean {
    const free =
      !exclusive.some((name) => this.#exclusive.has(name) || this.#shared.has(name)) &&
      !shared.some((name) => this.#exclusive.has(name));
    for (const name of exclusive) this.#exclusive.add(name);
    for (const name of shared) this.#shared.add(name);
    return free;
  }
}
