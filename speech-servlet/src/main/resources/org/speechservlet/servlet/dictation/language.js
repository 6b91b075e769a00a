/** Which language is spoken, and which is read. */

/**
 * The recognizer's languages have a region, and pages often say `lang="de"` alone. The region is then the likeliest,
 * after Unicode's likely subtags, which every browser knows.
 *
 * @param {string} tag BCP 47
 * @returns {string}
 */
export function withRegion(tag) {
  try {
    const locale = new Intl.Locale(tag.trim());
    return locale.region ? locale.toString() : `${locale.language}-${locale.maximize().region}`;
  } catch {
    return tag.trim();
  }
}

/**
 * @param {Element} element
 * @returns {string | undefined} what the element or the nearest one around it says of its language, across shadow roots
 */
export function languageAround(element) {
  const root = element.getRootNode();
  const said = element.closest('[lang]')?.getAttribute('lang');
  return said || (root instanceof ShadowRoot ? languageAround(root.host) : undefined);
}
