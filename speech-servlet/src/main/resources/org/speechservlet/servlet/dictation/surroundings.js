import {openCapture} from './capture.js';
import {headersFor} from './page-headers.js';
import {SYSTEM_TIMERS} from './timing.js';

/**
 * All that a dictation meets outside of itself, so that tests can be met instead.
 *
 * @typedef {object} Surroundings
 * @property {typeof fetch} fetch
 * @property {(url: string, method: string) => Record<string, string>} headersFor what the page adds to a request
 * @property {import('./timing.js').Timers} timers
 * @property {() => number} random 0 to 1
 * @property {import('./outage.js').Network} network
 * @property {typeof openCapture} openCapture
 * @property {(listener: PageListener) => () => void} watchPage gives how to end that
 *
 * @typedef {object} PageListener
 * @property {() => void} hidden the page cannot be seen, and browsers take the microphone from some that cannot
 * @property {() => void} left the page is being left for good
 */

/** @returns {Surroundings} */
export function browserSurroundings() {
  return {
    fetch: (input, init) => fetch(input, init),
    headersFor,
    timers: SYSTEM_TIMERS,
    random: Math.random,
    network: {isOnline: () => navigator.onLine, onOnline: (callback) => listen(window, 'online', callback)},
    openCapture,
    watchPage,
  };
}

/** @param {PageListener} listener */
function watchPage({hidden, left}) {
  const forget = [
    listen(document, 'visibilitychange', () => document.visibilityState === 'hidden' && hidden()),
    listen(window, 'pagehide', (event) => (/** @type {PageTransitionEvent} */ (event).persisted ? hidden() : left())),
  ];
  return () => forget.forEach((each) => each());
}

/** @param {EventTarget} target @param {string} type @param {(event: Event) => void} listener */
function listen(target, type, listener) {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
