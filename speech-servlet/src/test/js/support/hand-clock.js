/** Timers that move only when they are told to, and a way to let what was waiting for them run. */
export class HandClock {
  #now = Date.parse('2026-03-01T08:00:00Z');
  /** @type {{due: number, callback: () => void}[]} */
  #pending = [];

  now = () => this.#now;

  set = (/** @type {() => void} */ callback, /** @type {number} */ ms) => {
    const timer = {due: this.#now + ms, callback};
    this.#pending.push(timer);
    return timer;
  };

  clear = (/** @type {any} */ timer) => {
    this.#pending = this.#pending.filter((each) => each !== timer);
  };

  get pendingCount() {
    return this.#pending.length;
  }

  /** Lets time pass, timer by timer; what each of them sets going comes to rest before the next one is due. */
  async advance(/** @type {number} */ ms) {
    await settle();
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = next.due;
      this.clear(next);
      next.callback();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  #next(/** @type {number} */ end) {
    return this.#pending.filter(({due}) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}

/** Lets everything run that waits for nothing but promises. */
export async function settle() {
  for (let i = 0; i < 10; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
