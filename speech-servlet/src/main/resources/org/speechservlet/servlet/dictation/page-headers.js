import {forgeryToken} from './forgery-token.js';

/**
 * Header fields of requests to the servlet that the application asks for, not the servlet.
 *
 * @typedef {Record<string, string | null | undefined>} GivenHeaders
 * @typedef {GivenHeaders | ((request: {url: string, method: string}) => GivenHeaders)} HeaderSource
 * @typedef {Pick<Window, 'document' | 'origin'>} Page
 */

/** A token goes with what changes something (RFC 9110, section 9.2.1), as frameworks ask for it. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Fields that mean something to the servlet. What a script may not set, browsers leave out by themselves. */
const OURS = /^(accept|content-.*|upload-.*)$/i;

/** @type {HeaderSource} */
let given = {};

/** @type {Set<string>} */
const told = new Set();

/**
 * @param {HeaderSource} headers a record, for requests to the page's own origin; or a function that gives one for each
 *     request, to whichever origin
 */
export function setHeaders(headers) {
  given = headers;
}

/**
 * @param {string} url relative to the document
 * @param {string} method
 * @param {Page} [page]
 * @returns {Record<string, string>} by names in lower case
 */
export function headersFor(url, method, page = window) {
  const address = new URL(url, page.document.baseURI);
  const isOwn = address.origin === page.origin;
  const headers = new Headers();
  add(isOwn && !SAFE.has(method) ? forgeryToken(page.document) : {}, headers);
  add(askedFor(address.href, method, isOwn), headers);
  return Object.fromEntries(headers);
}

/**
 * @param {string} url
 * @param {string} method
 * @param {boolean} isOwn
 * @returns {GivenHeaders}
 */
function askedFor(url, method, isOwn) {
  if (typeof given !== 'function') {
    return isOwn ? given : {};
  }
  try {
    return given({url, method});
  } catch (error) {
    console.error('Dictation: the function that was given to setHeaders has failed; its headers are left out.', error);
    return {};
  }
}

/**
 * @param {GivenHeaders} fields
 * @param {Headers} headers
 */
function add(fields, headers) {
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (typeof value === 'string' && !setsField(headers, name, value)) {
      tell(name);
    }
  }
}

/** @param {Headers} headers @param {string} name @param {string} value */
function setsField(headers, name, value) {
  if (OURS.test(name)) {
    return false;
  }
  try {
    headers.set(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Never with its value, which is a secret as a rule. @param {string} name */
function tell(name) {
  if (!told.has(name)) {
    told.add(name);
    console.warn(`Dictation: the header "${name}" is left out: its name or its value is none that HTTP can carry, or the `
      + 'name is one that dictation uses.');
  }
}
