/** The problems of a session, in the few words that the Web Speech API has for errors. */

/** @type {Record<string, string>} */
const ERRORS = {
  'insecure-page': 'not-allowed',
  'permission-denied': 'not-allowed',
  'no-microphone': 'audio-capture',
  'microphone-busy': 'audio-capture',
  'unsupported-browser': 'audio-capture',
  'unauthorized': 'service-not-allowed',
  'forbidden': 'service-not-allowed',
  'token-unavailable': 'service-not-allowed',
};

/**
 * @param {import('./problem-texts.js').Problem} problem
 * @returns {string}
 */
export function errorOf({code}) {
  return ERRORS[code] ?? 'network';
}

/**
 * @param {import('./problem-texts.js').Problem} problem
 * @returns {string} for a developer
 */
export function messageOf({code, title, detail}) {
  return [code, title, detail].filter(Boolean).join(': ');
}
