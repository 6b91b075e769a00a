import {Activation} from './activation.js';
import {ButtonView} from './button-view.js';
import {focusedElement} from './dom.js';
import {endpointFor} from './page-endpoint.js';
import {FieldDictation} from './field-dictation.js';
import {nameOf} from './field-name.js';
import {languageAround} from './language.js';
import {isOff, optionsOf, sessionOptions} from './options.js';
import {Placement} from './placement.js';
import {DictationSession} from './session.js';
import {ariaKeys, matches, parseShortcut} from './shortcut.js';
import {isDictatable, takesText} from './targets.js';
import {filledIn, textsFor} from './texts.js';

const DEFAULT_SHORTCUT = 'Alt+Shift+D';

/** Attributes of a field by which its button may change. Its style is not among them: the button makes room for itself there. */
const LOOKED_AT = ['aria-disabled', 'aria-label', 'aria-labelledby', 'aria-readonly', 'autocomplete', 'class', 'contenteditable', 'dir',
  'disabled', 'placeholder', 'readonly', 'type'];

/** `<dictation-button for="notes">`: press it, speak, and the words land in the field. */
export class DictationButton extends HTMLElement {
  static observedAttributes = ['for', 'label', 'shortcut', 'mode', 'placement', 'privacy', 'lang'];

  #view = new ButtonView(this, this.attachShadow({mode: 'open', delegatesFocus: true}));
  /** @type {HTMLElement | null} */
  #field = null;
  #hasCaret = false;
  /** @type {FieldDictation | null} */
  #dictation = null;
  /** @type {Record<string, string>} */
  #given = {};
  /** @type {Placement | null} */
  #placement = null;
  #watch = new MutationObserver(() => this.refresh());
  #focused = () => {
    this.#hasCaret = true;
  };
  /** @param {KeyboardEvent} event */
  #keyed = (event) => this.#shortcut(event);

  constructor() {
    super();
    new Activation(this.#view.button, {
      isHeld: () => this.#read('mode') === 'hold',
      toggle: (event) => (this.#dictation?.isListening ? this.#finish(event) : this.start()),
      begin: () => this.start(),
      end: () => this.stop(),
    });
  }

  connectedCallback() {
    this.#view.show('idle');
    this.refresh();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#bind(null);
        this.stop();
      }
    });
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.refresh();
    }
  }

  /** The field that the words go into. */
  get field() {
    return this.#field;
  }

  set field(field) {
    this.#bind(field);
    this.refresh();
  }

  /** Options as attach() was given them, by the attributes' names. */
  set defaults(/** @type {Record<string, string>} */ defaults) {
    this.#given = defaults;
    this.refresh();
  }

  /** Looks at the field again: it may have come, gone, or become read-only. */
  refresh() {
    const id = this.getAttribute('for');
    if (id) {
      const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
      this.#bind(root.getElementById?.(id) ?? null);
    }
    this.#place();
    this.#view.button.disabled = !this.#dictation?.isListening && !(this.#field && takesText(this.#field));
    this.#name();
  }

  /** Begins a dictation. Browsers ask for the microphone only in answer to a press or a key. */
  start() {
    const field = this.#field;
    if (!field || !takesText(field) || this.#dictation?.isListening) {
      return;
    }
    const options = sessionOptions(this.#read, field, endpointFor(this.#read('endpoint')));
    this.#dictation?.stepBack();
    this.#dictation = new FieldDictation(new DictationSession(options), this.#placeIn(field, options.language), this.#view,
      () => this.start());
    this.#dictation.start(options.language);
  }

  /** Ends the recording; what was spoken is still recognized. */
  stop() {
    this.#dictation?.stop();
  }

  /** Ends the recording and discards what has not been inserted yet. */
  cancel() {
    this.#dictation?.cancel();
  }

  /** @type {import('./options.js').Read} */
  #read = (name) => optionsOf(this, this.#field, this.#given)(name);

  get #texts() {
    return textsFor(languageAround(this) ?? navigator.language);
  }

  /**
   * @param {HTMLElement} field
   * @param {string | undefined} language
   * @returns {import('./insertion.js').Place}
   */
  #placeIn(field, language) {
    return {
      field,
      hasCaret: this.#hasCaret,
      isOurs: (focused) => focused === this || focused.getRootNode() === this.shadowRoot,
      fitting: {language, keepsStop: this.#read('full-stop') === 'keep', keepsCapital: this.#read('capitals') === 'keep'},
      texts: this.#texts,
    };
  }

  /** In the field's corner or next to it, unless the page's author has put the button where it should be. */
  #place() {
    const isAuto = this.#read('placement') === 'auto';
    if (isAuto && this.#field && this.isConnected) {
      this.#placement ??= new Placement(this, this.#field);
      this.#placement.update();
    } else {
      this.#placement?.end();
      this.#placement = null;
    }
  }

  #name() {
    const texts = this.#texts;
    const fieldName = this.#field ? nameOf(this.#field) : '';
    const name = this.getAttribute('label') ?? (fieldName ? filledIn(texts.name, {field: fieldName}) : texts.nameAlone);
    const keys = ariaKeys(this.#keys);
    const hint = keys ? ` ${filledIn(texts.shortcut, {keys})}` : '';
    this.#view.name(name, (this.#read('privacy') ?? texts.privacy) + hint, keys);
  }

  get #keys() {
    const written = this.#read('shortcut') ?? DEFAULT_SHORTCUT;
    return isOff(written) ? null : parseShortcut(written);
  }

  /** @param {HTMLElement | null} field */
  #bind(field) {
    if (field === this.#field) {
      return;
    }
    this.#field?.removeEventListener('focus', this.#focused);
    this.#field?.removeEventListener('keydown', this.#keyed);
    this.#placement?.end();
    this.#placement = null;
    this.#watch.disconnect();
    this.#field = field && isDictatable(field) ? field : null;
    this.#hasCaret = field !== null && field === focusedElement();
    field?.addEventListener('focus', this.#focused);
    field?.addEventListener('keydown', this.#keyed);
    if (field) {
      this.#watch.observe(field, {attributes: true, attributeFilter: LOOKED_AT});
    }
  }

  /** @param {KeyboardEvent} event */
  #shortcut(event) {
    if (this.#keys && matches(this.#keys, event) && !event.repeat) {
      event.preventDefault();
      this.#dictation?.isListening ? this.stop() : this.start();
    }
  }

  /** @param {Event} event */
  #finish(event) {
    this.stop();
    if (/** @type {MouseEvent} */ (event).detail === 0) {
      this.#field?.focus({preventScroll: true});
    }
  }
}
