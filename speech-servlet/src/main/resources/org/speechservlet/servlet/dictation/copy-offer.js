import {element} from './dom.js';
import {styleSheet} from './styles.js';

/** Words that have no place on the page. They stay there until the user has copied or closed them. */
export class CopyOffer {
  #texts;
  #words = element('p', {class: 'words', dir: 'auto'});
  #note = element('p', {role: 'status'});
  #host = element('div');

  /**
   * @param {string} why
   * @param {import('./texts.js').Texts} texts
   */
  constructor(why, texts) {
    this.#texts = texts;
    const root = this.#host.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [styleSheet()];
    root.append(element('section', {class: 'bubble offer', open: '', 'aria-label': why},
      element('div', {role: 'alert'}, element('p', {class: 'message'}, why), this.#words),
      element('div', {class: 'actions'},
        this.#button(texts.copy, () => this.#copy()),
        this.#button(texts.close, () => this.#close())),
      this.#note));
  }

  /** @param {string} text */
  add(text) {
    this.#words.append(this.#words.textContent ? ' ' : '', text);
    if (!this.#host.isConnected) {
      document.body.append(this.#host);
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#words.textContent ?? '');
      this.#note.textContent = this.#texts.copied;
    } catch {
      this.#note.textContent = this.#texts.copyRefused;
    }
  }

  #close() {
    this.#words.replaceChildren();
    this.#note.textContent = '';
    this.#host.remove();
  }

  /**
   * @param {string} name
   * @param {() => void} act
   */
  #button(name, act) {
    const button = element('button', {type: 'button'}, name);
    button.addEventListener('click', act);
    return button;
  }
}
