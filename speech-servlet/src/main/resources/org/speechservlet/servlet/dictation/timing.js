/**
 * Time as a parameter: tests move it by hand.
 *
 * @typedef {object} Timers
 * @property {() => number} now milliseconds since 1970
 * @property {(callback: () => void, ms: number) => unknown} set
 * @property {(timer: any) => void} clear
 */

/** @type {Timers} */
export const SYSTEM_TIMERS = {
  now: () => Date.now(),
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer),
};

/**
 * Waits for a promise, or until nobody wants its result any more.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal whose reason the result is rejected with
 * @returns {Promise<T>}
 */
export function unlessAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort, {once: true});
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Resolves after a time. @param {number} ms @param {Timers} timers @param {AbortSignal} signal */
export async function pause(ms, timers, signal) {
  /** @type {unknown} */
  let timer;
  const passed = new Promise((resolve) => {
    timer = timers.set(() => resolve(undefined), ms);
  });
  try {
    await unlessAborted(passed, signal);
  } finally {
    timers.clear(timer);
  }
}

/**
 * Does something that can be aborted, within a time.
 *
 * @template T
 * @param {number} ms after which it is aborted
 * @param {Timers} timers
 * @param {AbortSignal} signal aborts it sooner
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function within(ms, timers, signal, work) {
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  const timer = timers.set(() => controller.abort(new DOMException(`No answer in ${ms} ms`, 'TimeoutError')), ms);
  signal.addEventListener('abort', abort, {once: true});
  try {
    return await unlessAborted(work(controller.signal), controller.signal);
  } finally {
    timers.clear(timer);
    signal.removeEventListener('abort', abort);
  }
}
