/** Where the servlet is mapped. */

/** @type {string | undefined} */
let ofThisPage;

/** @param {string} url the mapping's address, for everything on this page that names no other */
export function useEndpoint(url) {
  ofThisPage = url;
}

/**
 * @param {string | null} [given] an address that the page's author wrote, relative to the document
 * @returns {string} absolute, with a slash at its end
 */
export function endpointFor(given) {
  const address = given || ofThisPage;
  if (!address) {
    throw new TypeError(
      'No endpoint: load dictation.js from the servlet, or say where the servlet is mapped (endpoint="…").');
  }
  const url = new URL(address, globalThis.document?.baseURI);
  return url.pathname.endsWith('/') ? url.href : new URL(`${url.pathname}/`, url).href;
}
