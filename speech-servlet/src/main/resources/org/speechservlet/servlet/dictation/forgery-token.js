/**
 * The token by which an application tells requests of its own pages from forged ones (CSRF), where frameworks leave it
 * for scripts.
 *
 * @typedef {Pick<Document, 'querySelector' | 'cookie'>} Page
 * @typedef {Record<string, string>} Headers
 */

/** @type {((page: Page) => Headers | null)[]} the most certain first */
const SOURCES = [ofNamedHeader, ofMeta, ofForm, ofCookie];

/**
 * @param {Page} page
 * @returns {Headers} by which it is sent; empty where the page has none
 */
export function forgeryToken(page) {
  for (const source of SOURCES) {
    const headers = source(page);
    if (headers) {
      return headers;
    }
  }
  return {};
}

/** Spring Security: `<sec:csrfMetaTags/>`. @param {Page} page */
function ofNamedHeader(page) {
  const token = meta(page, '_csrf');
  const name = meta(page, '_csrf_header');
  return token && name ? {[name]: token} : null;
}

/** Rails, Laravel, Phoenix, and what has followed them. @param {Page} page */
function ofMeta(page) {
  const token = meta(page, 'csrf-token');
  return token ? {'X-CSRF-Token': token} : null;
}

/**
 * Spring Security's own field in a form, for pages that were made without script. Which of its two header names holds,
 * depends on where the server keeps the token. @param {Page} page
 */
function ofForm(page) {
  const token = /** @type {HTMLInputElement | null} */ (page.querySelector('input[type="hidden"][name="_csrf"]'))?.value;
  return token ? {'X-CSRF-TOKEN': token, 'X-XSRF-TOKEN': token} : null;
}

/** Angular's convention, and axios's. @param {Page} page */
function ofCookie(page) {
  const value = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(page.cookie)?.[1];
  return value ? {'X-XSRF-TOKEN': decoded(value)} : null;
}

/** @param {Page} page @param {string} name */
function meta(page, name) {
  return /** @type {HTMLMetaElement | null} */ (page.querySelector(`meta[name="${name}"]`))?.content;
}

/** @param {string} value */
function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
