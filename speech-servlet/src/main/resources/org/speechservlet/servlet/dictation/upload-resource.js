import {maxAppendBytes} from './upload-headers.js';

/** A piece is answered at once, unless the line is very slow; the last one is answered when the words are known. */
const PIECE_TIMEOUT_MS = 20_000;
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * @typedef {import('./endpoint.js').Endpoint} Endpoint
 * @typedef {import('./phrase.js').Phrase} Phrase
 */

/**
 * Asks for an upload, with the phrase's first bytes (draft-ietf-httpbis-resumable-upload, section 4).
 *
 * @param {Endpoint} endpoint @param {Phrase} phrase @param {number} to @param {AbortSignal} signal
 */
export function createUpload(endpoint, phrase, to, signal) {
  const headers = {'Content-Type': phrase.contentType, 'Upload-Complete': '?0'};
  const message = {method: 'POST', headers, body: phrase.slice(0, to), timeoutMs: PIECE_TIMEOUT_MS};
  return endpoint.send(endpoint.recognizeUrl, message, signal);
}

/** An upload that the server has created: where its bytes are appended. */
export class UploadResource {
  #endpoint;
  #url;
  #token;

  /**
   * @param {Endpoint} endpoint
   * @param {Response} created the server's answer to the creation
   * @param {string} location from there
   */
  constructor(endpoint, created, location) {
    this.#endpoint = endpoint;
    this.#url = new URL(location, created.url || endpoint.recognizeUrl).href;
    this.#token = created.headers.get('Upload-Token');
    this.maxAppendBytes = maxAppendBytes(created);
    /** Under which the server logs all of it, and asks the Speech service. */
    this.requestId = created.headers.get('X-Request-Id') ?? undefined;
  }

  /**
   * @param {Phrase} phrase @param {number} from @param {number} to
   * @param {boolean} isLast whether the answer is the recognition's
   * @param {AbortSignal} signal
   */
  append(phrase, from, to, isLast, signal) {
    const headers = {
      'Content-Type': 'application/partial-upload',
      'Upload-Offset': String(from),
      'Upload-Complete': isLast ? '?1' : '?0',
      ...this.#ownership,
    };
    const timeoutMs = isLast ? ANSWER_TIMEOUT_MS : PIECE_TIMEOUT_MS;
    return this.#endpoint.send(this.#url, {method: 'PATCH', headers, body: phrase.slice(from, to), timeoutMs}, signal);
  }

  /** Asks how much the server has. @param {AbortSignal} signal */
  ask(signal) {
    const message = {method: 'HEAD', headers: this.#ownership, timeoutMs: PIECE_TIMEOUT_MS};
    return this.#endpoint.send(this.#url, message, signal);
  }

  /** Frees what the server holds. */
  discard() {
    this.#endpoint.tell(this.#url, 'DELETE', this.#ownership);
  }

  /** Proves that the upload is ours where nobody is logged in. @returns {Record<string, string>} */
  get #ownership() {
    return this.#token === null ? {} : {'Upload-Token': this.#token};
  }
}
