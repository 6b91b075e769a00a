/** Sends the form of the page to try it where the application demands headers with it, which a form cannot have. */

import {headersFor} from './dictation.js';

const form = document.getElementById('recording');
const frame = document.querySelector('iframe');

form.addEventListener('submit', (event) => {
  const address = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  const headers = headersFor(address, 'POST');
  if (Object.keys(headers).length > 0) {
    event.preventDefault();
    send(address, headers);
  }
});

async function send(address, headers) {
  show('Sending …');
  try {
    const response = await fetch(address, {method: 'POST', headers, body: new FormData(form)});
    show(await answerOf(response));
  } catch {
    show('No answer came. Is the application still there?');
  }
}

async function answerOf(response) {
  const isServlets = /^application\/(problem\+)?json\b/i.test(response.headers.get('Content-Type') ?? '');
  return isServlets ? response.text() : `The application itself answered, with ${response.status}. Are you still logged in?`;
}

/** In the frame's place, since only the browser itself can load an answer to a form into it. */
function show(answer) {
  const shown = document.getElementById('answer') ?? document.createElement('pre');
  shown.id = 'answer';
  shown.role = 'status';
  shown.textContent = answer;
  frame.replaceWith(shown);
  document.getElementById('frames').hidden = true;
}
