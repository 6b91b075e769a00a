/**
 * What can go wrong, in the words of this code: a page shows its own.
 *
 * @typedef {'insecure-page' | 'permission-denied' | 'no-microphone' | 'microphone-busy' | 'unsupported-browser'
 *   | 'network' | 'unauthorized' | 'forbidden' | 'too-large' | 'too-many' | 'overloaded' | 'token-unavailable'
 *   | 'upstream' | 'timeout' | 'invalid-audio' | 'internal'} ProblemCode
 *
 * @typedef {object} Problem
 * @property {ProblemCode} code
 * @property {boolean} retryable whether the same may succeed if it is tried again as it is
 * @property {number} [status] of the HTTP answer
 * @property {string} [title] of the answer's problem document (RFC 9457)
 * @property {string} [detail] likewise, or what the browser says
 * @property {number} [retryAfterSeconds]
 * @property {string} [requestId] under which the operator finds the request in the log
 */

/** What the next phrase would meet, too: going on would be speaking into the void. @type {ReadonlySet<ProblemCode>} */
export const LASTING = new Set(['network', 'unauthorized', 'forbidden', 'token-unavailable', 'unsupported-browser']);

/** @type {ReadonlyMap<string, ProblemCode>} */
const MICROPHONE_ERRORS = new Map([
  ['NotAllowedError', 'permission-denied'],
  ['SecurityError', 'permission-denied'],
  ['NotFoundError', 'no-microphone'],
  ['OverconstrainedError', 'no-microphone'],
  ['NotReadableError', 'microphone-busy'],
  ['AbortError', 'microphone-busy'],
]);

/** @type {ReadonlyMap<number, ProblemCode>} */
const STATUSES = new Map([
  [400, 'invalid-audio'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [408, 'timeout'],
  [413, 'too-large'],
  [415, 'invalid-audio'],
  [429, 'too-many'],
  [502, 'upstream'],
  [503, 'overloaded'],
  [504, 'timeout'],
]);

/** @type {ReadonlyMap<string, ProblemCode>} */
const TYPES = new Map([
  ['token-unavailable', 'token-unavailable'],
  ['incomplete-upload', 'network'],
  ['incomplete-append', 'network'],
  ['invalid-parameter', 'internal'], // the page's own mistake, such as a language that does not exist
]);

/** @type {ReadonlySet<ProblemCode>} */
const FINAL = new Set(['forbidden', 'too-large', 'invalid-audio', 'insecure-page', 'unsupported-browser']);

/**
 * What getUserMedia and the audio context reject with (Media Capture and Streams, section 10.2).
 *
 * @param {unknown} error
 * @returns {Problem}
 */
export function ofMicrophone(error) {
  const {name, message} = error instanceof Error ? error : {name: '', message: String(error)};
  return problem(MICROPHONE_ERRORS.get(name) ?? 'unsupported-browser', {detail: `${name}: ${message}`});
}

/**
 * @param {string} [requestId] of what was under way, where it is known
 * @returns {Problem} the answer of a server that is not there
 */
export function ofNetwork(requestId) {
  return problem('network', requestId === undefined ? {} : {requestId});
}

/**
 * @param {Response} response which is not ok
 * @param {Record<string, unknown>} document the problem document, or an empty object
 * @param {number} now in milliseconds since 1970
 * @returns {Problem}
 */
export function ofResponse(response, document, now) {
  const {status} = response;
  const code = codeOf(status, document.type);
  return problem(code, {
    retryable: !FINAL.has(code) && (code !== 'internal' || status >= 500),
    status,
    title: textOf(document.title),
    detail: textOf(document.detail),
    retryAfterSeconds: retryAfterSeconds(response.headers.get('Retry-After'), now),
    requestId: response.headers.get('X-Request-Id') ?? textOf(document.requestId),
  });
}

/**
 * @param {ProblemCode} code
 * @param {Partial<Problem>} facts
 * @returns {Problem}
 */
export function problem(code, facts) {
  return {code, retryable: !FINAL.has(code), ...facts};
}

/**
 * @param {number} status
 * @param {unknown} type of the problem document; some statuses have more than one reason
 * @returns {ProblemCode}
 */
function codeOf(status, type) {
  return TYPES.get(String(type)) ?? STATUSES.get(status) ?? 'internal';
}

/**
 * @param {string | null} header seconds or an HTTP date (RFC 9110, section 10.2.3)
 * @param {number} now
 */
export function retryAfterSeconds(header, now) {
  if (header === null) {
    return undefined;
  }
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

/** @param {unknown} value */
function textOf(value) {
  return typeof value === 'string' ? value : undefined;
}
