import {insertAtCaret} from './insert.js';
import {recognize} from './recognize.js';

/** What stands under a field: a recording goes in, its words land in the field. */
export class AudioControl {
  #field;
  #root;
  #cancellation = null;

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {HTMLTemplateElement} template
   */
  constructor(field, template) {
    this.#field = field;
    this.#root = template.content.cloneNode(true).firstElementChild;
    this.#name();
    this.#listen();
    field.after(this.#root);
  }

  /** Every control's name says for which field it is, since the same ones stand under each. */
  #name() {
    const name = this.#field.labels[0].textContent.trim();
    for (const place of this.#root.querySelectorAll('[data-field-name]')) {
      place.textContent = ` for ${name}`;
    }
    const file = this.#part('.audio-file');
    file.id = `${this.#field.id}-recording`;
    this.#part('label').htmlFor = file.id;
    this.#part('.samples').id = `${this.#field.id}-samples`;
    this.#part('[data-samples-toggle]').setAttribute('aria-controls', this.#part('.samples').id);
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
    this.#cancellation = new AbortController();
    this.#showSamples(false);
    this.#begin(what);
    const outcome = await outcomeOf(load, this.#cancellation.signal);
    this.#setBusy(false);
    this.#finish(outcome);
  }

  #begin(what) {
    this.#part('.problem').replaceChildren();
    this.#setBusy(true);
    this.#say(`Recognising ${what} …`);
  }

  /** @param {import('./recognize.js').Outcome} outcome */
  #finish(outcome) {
    switch (outcome.kind) {
      case 'text': {
        const taken = insertAtCaret(this.#field, outcome.text).trim();
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

  #setBusy(busy) {
    for (const control of this.#root.querySelectorAll('.audio-file, [data-samples-toggle]')) {
      control.disabled = busy;
    }
    this.#part('progress').hidden = !busy;
    const cancel = this.#part('[data-cancel]');
    if (!busy && document.activeElement === cancel) {
      this.#field.focus();
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
