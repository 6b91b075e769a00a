/**
 * One recording to the server, one outcome back.
 *
 * @typedef {{kind: 'text', text: string}
 *   | {kind: 'nothing', reason: string}
 *   | {kind: 'problem', title: string, detail: string}} Outcome
 */

const ADDRESS = 'speech/recognize';

const NOTHING_HEARD = new Map([
  ['NoMatch', 'Speech was found, but no words that the recognizer knows.'],
  ['InitialSilenceTimeout', 'The recording begins with silence, and no speech was found in it.'],
  ['BabbleTimeout', 'The recording holds only noise.'],
  ['Success', 'The recognizer found no words in the recording.'],
]);

/** What comes in place of an answer from behind a login, usually after a redirect. */
const NO_ANSWER = {
  kind: 'problem',
  title: 'The server sent a page instead of an answer.',
  detail: 'The session may have ended: log in again, then send the recording again.',
};

/**
 * Posts the audio to the servlet, whose mapping lies beside this page.
 *
 * @param {Blob} audio WAV, or Opus in Ogg, WebM or MP4; its type is a hint, the server looks at the bytes
 * @param {AbortSignal} signal cancels the upload; the promise is then rejected with its reason
 * @param {(url: string, method: string) => Promise<Record<string, string>>} [headersFor] what the page adds to a
 *     request, such as its token against forged ones
 * @returns {Promise<Outcome>}
 */
export async function recognize(audio, signal, headersFor = headersOfDictation) {
  try {
    const response = await fetch(ADDRESS, {
      method: 'POST',
      headers: {
        ...await headersFor(ADDRESS, 'POST'),
        'Content-Type': audio.type || 'application/octet-stream',
        'Accept': 'application/json, application/problem+json',
      },
      body: audio,
      signal,
    });
    const body = await jsonOf(response);
    if (!response.ok) {
      return refused(response, body ?? {});
    }
    return body ? answered(body) : NO_ANSWER;
  } catch (error) {
    signal.throwIfAborted();
    return {
      kind: 'problem',
      title: 'The server could not be reached.',
      detail: 'Check the network connection, then send the recording again.',
    };
  }
}

/** The same as the buttons on this page send; loaded when it is needed, so that the page does not depend on it. */
async function headersOfDictation(url, method) {
  const {headersFor} = await import('./speech/dictation.js');
  return headersFor(url, method);
}

/** The body as an object, or null where it is none, such as a proxy's error page. */
async function jsonOf(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (!/^application\/(problem\+)?json\b/i.test(type)) {
    return null;
  }
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

/** @returns {Outcome} */
function answered(body) {
  if (body.RecognitionStatus === 'Success' && body.DisplayText) {
    return {kind: 'text', text: body.DisplayText};
  }
  const reason = NOTHING_HEARD.get(body.RecognitionStatus);
  if (reason) {
    return {kind: 'nothing', reason};
  }
  return {
    kind: 'problem',
    title: 'The recognizer failed.',
    detail: `It answered with the status ${body.RecognitionStatus ?? 'that is missing'}. Send the recording again.`,
  };
}

/** @returns {Outcome} */
function refused(response, problem) {
  const title = problem.title ?? `The server answered ${response.status}.`;
  const detail = [problem.detail, waitInWords(response.headers.get('Retry-After'))];
  return {kind: 'problem', title, detail: detail.filter(Boolean).join(' ')};
}

/**
 * @param {string | null} retryAfter seconds or an HTTP date (RFC 9110, section 10.2.3)
 * @returns {string} empty where the server names no time
 */
export function waitInWords(retryAfter, now = Date.now()) {
  if (retryAfter === null) {
    return '';
  }
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now) / 1000;
  if (Number.isNaN(seconds)) {
    return '';
  }
  return seconds < 1 ? 'Try again now.' : `Try again in ${lengthInWords(Math.ceil(seconds))}.`;
}

function lengthInWords(seconds) {
  const [count, unit] = seconds < 100 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
