import {filledIn} from './texts.js';

/**
 * What a user reads of a problem.
 *
 * @typedef {object} Problem as a session reports it
 * @property {string} code
 * @property {number | string} [phrase]
 * @property {boolean} retryable
 * @property {number} [status] the HTTP status
 * @property {string} [title] the server's own words
 * @property {string} [detail]
 * @property {number} [retryAfterSeconds]
 * @property {string} [requestId]
 *
 * @typedef {{title: string, help: string, facts: string[]}} ProblemText
 */

/**
 * @param {Problem} problem
 * @param {import('./texts.js').Texts} texts
 * @returns {ProblemText} facts are for whom the user asks for help
 */
export function problemText(problem, texts) {
  const code = `${problem.code}-help` in texts ? problem.code : 'internal';
  const seconds = problem.retryAfterSeconds;
  const wait = seconds ? ` ${filledIn(texts['retry-after'], {seconds})}` : '';
  return {
    title: texts[/** @type {import('./texts.js').TextName} */ (code)],
    help: texts[/** @type {import('./texts.js').TextName} */ (`${code}-help`)] + wait,
    facts: [
      problem.title,
      problem.detail,
      problem.status && `HTTP ${problem.status}`,
      problem.requestId && filledIn(texts['request-id'], {id: problem.requestId}),
    ].filter((fact) => typeof fact === 'string' && fact !== '').map(String),
  };
}
