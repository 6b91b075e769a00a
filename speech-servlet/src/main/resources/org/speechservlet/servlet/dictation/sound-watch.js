/** A microphone that gives nothing at all for so long is muted, or not plugged in. */
const SILENT_MS = 3500;

/** Notices when a microphone gives digital silence, or nothing. */
export class SoundWatch {
  #timers;
  #silent;
  /** @type {unknown} */
  #timer = null;

  /** @param {import('./timing.js').Timers} timers @param {() => void} silent called once for each such time */
  constructor(timers, silent) {
    this.#timers = timers;
    this.#silent = silent;
  }

  /** From now on there should be sound. */
  expect() {
    this.stop();
    this.#timer = this.#timers.set(this.#silent, SILENT_MS);
  }

  stop() {
    this.#timers.clear(this.#timer);
  }
}
