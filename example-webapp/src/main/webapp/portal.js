import {AudioControl} from './audio-control.js';
import {showService} from './service.js';

const template = document.getElementById('audio-control');
for (const place of document.querySelectorAll('[data-audio-for]')) {
  new AudioControl(document.getElementById(place.dataset.audioFor), template);
}

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
  formStatus.textContent = 'The form is empty.';
});
document.getElementById('actions').hidden = false;

showService();

function noteAsText() {
  const fields = form.querySelectorAll('[data-audio-for] > :is(input, textarea)');
  return [...fields].map((field) => `${field.labels[0].textContent}: ${field.value}`).join('\n');
}
