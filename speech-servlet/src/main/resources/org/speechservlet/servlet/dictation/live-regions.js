import {element} from './dom.js';

/** What a screen reader says. Both regions are on the page before any text is, or the first text would not be read. */
export class LiveRegions {
  #status = element('div', {class: 'said', role: 'status'});
  #alert = element('div', {class: 'said', role: 'alert', id: 'alert'});
  nodes = [this.#status, this.#alert];

  /** @param {string} text read when the user pauses */
  say(text) {
    if (this.#status.textContent !== text) {
      this.#status.textContent = text;
    }
  }

  /** @param {string} text read at once; empty when it is over */
  alert(text) {
    this.#alert.textContent = text;
  }
}
