import {insertAtCaret} from './insert.js';
import {recognize} from './recognize.js';

/** For who has no microphone: a recording goes in, its words land in a field. */
export class AudioControl {
  #target;
  #root;
  #cancellation = null;

  /**
   * @param {HTMLElement} place that it is put into
   * @param {HTMLTemplateElement} template
   * @param {() => HTMLInputElement | HTMLTextAreaElement} target where the words of the next recording go
   */
  constructor(place, template, target) {
    this.#target = target;
    this.#root = template.content.cloneNode(true).firstElementChild;
    this.#listen();
    place.append(this.#root);
  }

  #listen() {
    this.#part('.audio-file').addEventListener('change', ({target}) => {
      const [file] = target.files;
      // Without this, choosing the same file again would not be a change.
      target.value = '';
      if (file) {
        this.#dictate(file.name, async () => file);
      }
    });
    this.#part('[data-samples-toggle]').addEventListener('click', () => this.#showSamples(this.#part('.samples').hidden));
    this.#root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.#part('.samples').hidden) {
        this.#showSamples(false);
        this.#part('[data-samples-toggle]').focus();
      }
    });
    for (const sample of this.#root.querySelectorAll('[data-sample]')) {
      sample.addEventListener('click', () => this.#dictate('the sample', (signal) => fetchSample(sample.dataset.sample, signal)));
    }
    this.#part('[data-cancel]').addEventListener('click', () => this.#cancellation?.abort());
  }

  /**
   * @param {string} what the recording's name, for the reader
   * @param {(signal: AbortSignal) => Promise<Blob>} load
   */
  async #dictate(what, load) {
    const field = this.#target();
    this.#cancellation = new AbortController();
    this.#showSamples(false);
    this.#begin(what, field);
    const outcome = await outcomeOf(load, this.#cancellation.signal);
    this.#setBusy(false, field);
    this.#finish(outcome, field);
  }

  #begin(what, field) {
    this.#part('.problem').replaceChildren();
    this.#setBusy(true, field);
    this.#say(`Recognising ${what} …`);
  }

  /**
   * @param {import('./recognize.js').Outcome} outcome
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   */
  #finish(outcome, field) {
    switch (outcome.kind) {
      case 'text': {
        const taken = insertAtCaret(field, outcome.text).trim();
        this.#say(taken.length < outcome.text.length ? `The field is full. Inserted: “${taken}”` : `Inserted: “${taken}”`);
        break;
      }
      case 'nothing':
        this.#say(outcome.reason);
        break;
      default:
        this.#say('');
        this.#complain(outcome.title, outcome.detail);
    }
  }

  #setBusy(busy, field) {
    for (const control of this.#root.querySelectorAll('.audio-file, [data-samples-toggle]')) {
      control.disabled = busy;
    }
    this.#part('progress').hidden = !busy;
    const cancel = this.#part('[data-cancel]');
    if (!busy && document.activeElement === cancel) {
      field.focus();
    }
    cancel.hidden = !busy;
    if (busy && isFocusLost(this.#root)) {
      cancel.focus();
    }
  }

  #showSamples(show) {
    this.#part('.samples').hidden = !show;
    this.#part('[data-samples-toggle]').setAttribute('aria-expanded', String(show));
  }

  #say(sentence) {
    this.#part('.message').textContent = sentence;
  }

  #complain(title, detail) {
    const strong = document.createElement('strong');
    strong.textContent = title;
    this.#part('.problem').replaceChildren(strong, ` ${detail}`);
  }

  #part(selector) {
    return this.#root.querySelector(selector);
  }
}

/** Whether the focus is on a control that has just been hidden or disabled, and would fall to the page's top. */
function isFocusLost(root) {
  return document.activeElement === document.body || root.contains(document.activeElement);
}

/** @returns {Promise<import('./recognize.js').Outcome>} */
async function outcomeOf(load, signal) {
  try {
    return await recognize(await load(signal), signal);
  } catch {
    return signal.aborted
      ? {kind: 'nothing', reason: 'Cancelled.'}
      : {kind: 'problem', title: 'The recording could not be loaded.', detail: 'Choose it again.'};
  }
}

async function fetchSample(path, signal) {
  const response = await fetch(path, {signal});
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.blob();
}
