import {ofResponse, problem} from './problems.js';

/**
 * What became of a phrase.
 *
 * @typedef {{kind: 'text', text: string, result: object}
 *   | {kind: 'nothing', status: string}
 *   | {kind: 'problem', problem: import('./problems.js').Problem}} Outcome
 */

/** Answers of the Speech API that say that no words were heard. */
const NOTHING = new Set(['Success', 'NoMatch', 'InitialSilenceTimeout', 'BabbleTimeout', 'EndOfDictation']);

/**
 * Reads the answer to a recognition.
 *
 * @param {Response} response
 * @param {number} now in milliseconds since 1970
 * @returns {Promise<Outcome>}
 */
export async function readAnswer(response, now) {
  if (isLoginPage(response)) {
    return failed(problem('unauthorized', {status: response.status}));
  }
  const document = await jsonOf(response);
  return response.ok ? recognized(document) : failed(ofResponse(response, document, now));
}

/** Whether the servlet itself speaks, not a proxy in front of it. @param {Response} response */
export function isServlets(response) {
  return /^application\/(problem\+)?json\b/i.test(response.headers.get('Content-Type') ?? '');
}

/** A session that has ended: a redirect to the login, or the login itself in place of an answer. @param {Response} response */
function isLoginPage(response) {
  return response.type === 'opaqueredirect' || (response.ok && !isServlets(response));
}

/** @param {Response} response @returns {Promise<Record<string, unknown>>} empty where the body is no object */
async function jsonOf(response) {
  if (!isServlets(response)) {
    return {};
  }
  const text = await response.text();
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** @param {Record<string, unknown>} result @returns {Outcome} */
function recognized(result) {
  const status = String(result.RecognitionStatus);
  if (status === 'Success' && typeof result.DisplayText === 'string' && result.DisplayText !== '') {
    return {kind: 'text', text: result.DisplayText, result};
  }
  if (NOTHING.has(status)) {
    return {kind: 'nothing', status};
  }
  return failed(problem('upstream', {detail: `The recognizer answered with the status ${status}.`}));
}

/** @param {import('./problems.js').Problem} problem @returns {Outcome} */
export function failed(problem) {
  return {kind: 'problem', problem};
}
