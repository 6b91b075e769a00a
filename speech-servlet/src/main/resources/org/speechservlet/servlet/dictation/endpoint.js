import {isServlets} from './answers.js';
import {within} from './timing.js';

/**
 * @typedef {object} EndpointOptions
 * @property {string} url the servlet's mapping, with a trailing slash
 * @property {string} [language] BCP 47
 * @property {typeof fetch} fetch
 * @property {(url: string, method: string) => Record<string, string>} headersFor what the page adds to a request
 * @property {import('./timing.js').Timers} timers
 *
 * @typedef {object} Message
 * @property {string} method
 * @property {Record<string, string>} [headers]
 * @property {Uint8Array<ArrayBuffer>} [body]
 * @property {number} timeoutMs after which the connection counts as lost
 */

/** The exchange failed on its way, so that nobody knows what the server saw of it. */
export class ConnectionLost extends Error {}

/** The servlet's address and the manner in which it is spoken to. */
export class Endpoint {
  #options;

  /** @param {EndpointOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Where phrases are posted to. */
  get recognizeUrl() {
    const {url, language} = this.#options;
    return `${url}recognize${language ? `?language=${encodeURIComponent(language)}` : ''}`;
  }

  /**
   * @param {string} url
   * @param {Message} message
   * @param {AbortSignal} signal
   * @returns {Promise<Response>} what the servlet answers
   * @throws {ConnectionLost} where no answer comes, or one of something on the way
   */
  async send(url, {method, headers, body, timeoutMs}, signal) {
    const {fetch, timers} = this.#options;
    /** @type {Response} */
    let response;
    try {
      response = await within(timeoutMs, timers, signal, async (attempt) =>
        withBody(await fetch(url, {...this.#manners(url, method, headers), body, signal: attempt})));
    } catch (error) {
      signal.throwIfAborted();
      throw new ConnectionLost('No answer', {cause: error});
    }
    if (response.status >= 500 && !isServlets(response) && !response.headers.has('Upload-Complete')) {
      throw new ConnectionLost(`A proxy answered ${response.status}`);
    }
    return response;
  }

  /** Tells the servlet something to which it does not matter whether it arrives, even while the page is left. */
  async tell(/** @type {string} */ url, /** @type {string} */ method, /** @type {Record<string, string>} */ headers) {
    const {fetch} = this.#options;
    await fetch(url, {...this.#manners(url, method, headers), keepalive: true}).catch(() => undefined);
  }

  /** @param {string} url @param {string} method @param {Record<string, string>} [own] which prevail over the page's */
  #manners(url, method, own) {
    const headers = new Headers(this.#options.headersFor(url, method));
    Object.entries({...ACCEPTS, ...own}).forEach(([name, value]) => headers.set(name, value));
    return {...MANNERS, method, headers};
  }
}

/** A redirect never leads to an answer, only to a login; following it could fail for reasons that hide this. */
const MANNERS = /** @type {const} */ ({credentials: 'same-origin', cache: 'no-store', redirect: 'manual'});
const ACCEPTS = {Accept: 'application/json, application/problem+json'};

/** With these, a response must not be made with a body, not even with an empty one (Fetch, section 6.4). */
const NO_BODY = new Set([204, 205, 304]);

/** The response once its body has come, too: a connection may break in the middle. @param {Response} response */
async function withBody(response) {
  if (response.type === 'opaqueredirect') {
    return response;
  }
  const {status, statusText, headers, url} = response;
  const body = await response.arrayBuffer();
  const whole = new Response(NO_BODY.has(status) ? null : body, {status, statusText, headers});
  return Object.defineProperty(whole, 'url', {value: url});
}
