/** Says on the page which speech service the server talks to. */

/** @typedef {{state: 'up' | 'down' | 'unknown', short: string, long: string}} ServiceInWords */

/** A service that is down, or still without its first token, is asked for again after this time. */
const ASK_AGAIN_MS = 5000;

/** Asks the servlet for its state and shows it wherever the page has a place for it, until it is up. */
export async function showService() {
  const words = await askServer();
  document.getElementById('service-badge').dataset.state = words.state;
  for (const place of document.querySelectorAll('[data-service]')) {
    say(place, words[place.dataset.service]);
  }
  if (words.state !== 'up') {
    setTimeout(showService, ASK_AGAIN_MS);
  }
}

/** The same words once more would be read aloud once more. */
function say(place, words) {
  if (place.textContent !== words) {
    place.textContent = words;
  }
}

/** @returns {Promise<ServiceInWords>} */
async function askServer() {
  try {
    // 503 is an answer too: it says what is wrong.
    const response = await fetch('speech/status', {headers: {Accept: 'application/json'}});
    return inWords(await response.json());
  } catch {
    return {
      state: 'unknown',
      short: 'Speech service unknown',
      long: 'The server did not say which speech service it uses.',
    };
  }
}

/**
 * The one place that knows the shape of the servlet's state.
 *
 * @param {{status?: string, service?: {host?: string}}} status
 * @returns {ServiceInWords}
 */
export function inWords({status, service = {}}) {
  const host = service.host ?? 'an unnamed host';
  const {name, path} = nature(host);
  const up = status === 'up';
  return {
    state: up ? 'up' : 'down',
    short: up ? `${name}: ${host}` : `${name}: not available`,
    long: up ? path : `${path} It is not available at the moment.`,
  };
}

function nature(host) {
  if (/^(localhost|127\.|\[?::1)/.test(host)) {
    return {
      name: 'Local recognizer',
      path: `Audio stays on this machine: the local recognizer at ${host} turns it into text. It knows US English.`,
    };
  }
  if (/\.(microsoft\.com|azure\.(us|cn))$/.test(host)) {
    return {name: 'Azure Speech', path: `The server sends the audio to Azure Speech at ${host}, which turns it into text.`};
  }
  return {name: 'Speech service', path: `The server sends the audio to the speech service at ${host}, which turns it into text.`};
}
