/**
 * Tells the browser's console of a problem, with the word by which an operator finds it in the server's log. What was
 * said is not told.
 *
 * @param {import('./problems.js').Problem} problem
 */
export function logProblem({code, status, title, detail, requestId}) {
  const what = [code, status, title].filter(Boolean).join(' ');
  const why = detail ? `: ${detail}` : '';
  const where = requestId ? ` (request ${requestId})` : '';
  console.warn(`Dictation: ${what}${why}${where}`);
}
