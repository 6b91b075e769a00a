import {pause} from './timing.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4000;

/** How long is tried while the browser believes to be on a network, and how long in all. */
const PATIENCE_ONLINE_MS = 20_000;
const PATIENCE_MS = 120_000;

/**
 * What the browser knows of the network; it may be wrong.
 *
 * @typedef {object} Network
 * @property {() => boolean} isOnline
 * @property {(callback: () => void) => () => void} onOnline calls back when the network returns; gives how to end that
 *
 * @typedef {import('./timing.js').Timers} Timers
 */

/** @param {number} attempt 0 for the first @param {number} random 0 to 1 @returns {number} milliseconds */
export function pauseBefore(attempt, random) {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10));
  return longest * (0.75 + random / 4);
}

/** The time in which a server cannot be reached: paces the attempts to reach it and ends them. */
export class Outage {
  #timers;
  #random;
  #network;
  #attempts = 0;
  #onlineMs = 0;
  #totalMs = 0;
  #countedUntil = 0;
  #wasOnline = true;

  /** @param {{timers: Timers, random: () => number, network: Network}} surroundings */
  constructor({timers, random, network}) {
    this.#timers = timers;
    this.#random = random;
    this.#network = network;
  }

  get isGoingOn() {
    return this.#attempts > 0;
  }

  /** The server has been reached. */
  end() {
    this.#attempts = 0;
    this.#onlineMs = 0;
    this.#totalMs = 0;
  }

  /**
   * Waits until another attempt is due: for a time that doubles, or until the network returns.
   *
   * @param {AbortSignal} signal
   * @returns {Promise<boolean>} false when it is time to give up
   */
  async wait(signal) {
    this.#count();
    if (this.#onlineMs >= PATIENCE_ONLINE_MS || this.#totalMs >= PATIENCE_MS) {
      return false;
    }
    await this.#pause(pauseBefore(this.#attempts++, this.#random()), signal);
    return true;
  }

  /** Adds the time since the last attempt failed, which the next one has taken, too. */
  #count() {
    const now = this.#timers.now();
    if (this.isGoingOn) {
      const ms = now - this.#countedUntil;
      this.#totalMs += ms;
      this.#onlineMs += this.#wasOnline ? ms : 0;
    }
    this.#countedUntil = now;
    this.#wasOnline = this.#network.isOnline();
  }

  /** @param {number} ms @param {AbortSignal} signal */
  async #pause(ms, signal) {
    const returned = new AbortController();
    const forget = this.#network.onOnline(() => returned.abort());
    const cancel = () => returned.abort();
    signal.addEventListener('abort', cancel, {once: true});
    await pause(ms, this.#timers, returned.signal).catch(() => undefined);
    signal.removeEventListener('abort', cancel);
    forget();
    signal.throwIfAborted();
  }
}
