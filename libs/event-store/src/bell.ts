/** Wakes those who wait for the log to grow. */
export class Bell {
  #heard = 0;
  readonly #waiting = new Set<() => void>();

  /** Says that the log has reached this position; 0 wakes everyone to look for themselves. */
  ring(position: number): void {
    this.#heard = Math.max(this.#heard, position);
    for (const wake of [...this.#waiting]) wake();
  }

  /** Waits until the log is known to be past this position, the bell rings, time is up or the signal is aborted. */
  async wait(position: number, signal: AbortSignal, timeoutMs?: number): Promise<void> {
    if (this.#heard > position || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(wake, timeoutMs);
      signal.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
  }
}
