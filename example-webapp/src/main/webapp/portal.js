import {AudioControl} from './audio-control.js';
import {showService} from './service.js';

const fields = [...document.querySelectorAll('#case-note :is(input, textarea)')];
let lastField = document.getElementById('note');

for (const field of fields) {
  field.addEventListener('focus', () => showTarget(field));
}
showTarget(lastField);
new AudioControl(document.getElementById('audio-place'), document.getElementById('audio-control'), () => lastField);

const form = document.getElementById('case-note');
const formStatus = document.getElementById('form-status');

document.getElementById('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(noteAsText());
    formStatus.textContent = 'The note is on the clipboard.';
  } catch {
    formStatus.textContent = 'The browser does not give this page the clipboard. Select the text and copy it.';
  }
});
form.addEventListener('reset', () => {
  document.getElementById('reply').replaceChildren();
  formStatus.textContent = 'The form is empty.';
});
document.getElementById('actions').hidden = false;

showService();

function showTarget(field) {
  lastField = field;
  document.querySelector('[data-target]').textContent = nameOf(field);
}

function nameOf(field) {
  return field.labels[0].textContent;
}

function noteAsText() {
  const reply = document.getElementById('reply');
  return [
    ...fields.map((field) => `${nameOf(field)}: ${field.value}`),
    `${document.getElementById('reply-label').textContent}: ${reply.innerText}`,
  ].join('\n');
}
