import {Activation} from './activation.js';
import {ButtonView} from './button-view.js';
import {focusedElement} from './dom.js';
import {FieldDictation} from './field-dictation.js';
import {nameOf} from './field-name.js';
import {languageAround} from './language.js';
import {isOff, optionsOf, sessionOptions} from './options.js';
import {endpointFor} from './page-endpoint.js';
import {Placement} from './placement.js';
import {DictationSession} from './session.js';
import {ariaKeys, matches, parseShortcut} from './shortcut.js';
import {isDictatable, takesText} from './targets.js';
import {filledIn, textsFor} from './texts.js';
import {WatchedField} from './watched-field.js';

const DEFAULT_SHORTCUT = 'Alt+Shift+D';

/** `<dictation-button for="notes">`: press it, speak, and the words land in the field. */
export class DictationButton extends HTMLElement {
  static observedAttributes = ['for', 'label', 'lang', 'placement', 'privacy', 'shortcut'];

  #view = new ButtonView(this, this.attachShadow({mode: 'open', delegatesFocus: true}));
  /** @type {WatchedField | null} */
  #watched = null;
  /** @type {FieldDictation | null} */
  #dictation = null;
  /** @type {Placement | null} */
  #placement = null;
  #isChosen = false;
  /** @type {import('./options.js').Options} */
  #given = {};

  constructor() {
    super();
    new Activation(this.#view.button, {
      isHeld: () => this.#read('mode') === 'hold',
      toggle: (event) => (this.#dictation?.isListening ? this.#finish(event) : this.#begin(event)),
      begin: (event) => this.#begin(event),
      end: () => this.stop(),
      tooShort: () => this.#view.hint(this.#texts.holdLonger),
    });
    this.addEventListener('focusin', (event) => this.#comeFrom(/** @type {Element | null} */ (event.relatedTarget)));
    this.shadowRoot?.addEventListener('keydown', (event) => this.#dismiss(/** @type {KeyboardEvent} */ (event)));
  }

  connectedCallback() {
    this.#view.show('idle');
    this.refresh();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      // A button that is only moved is connected again by now.
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

  /** The field that the words go into. Without one, and without `for`, they go where the focus is. */
  get field() {
    return this.#watched?.field ?? null;
  }

  set field(field) {
    this.#isChosen = field !== null;
    this.#bind(field);
    this.refresh();
  }

  /** Options by their attributes' names, for what the attributes do not say. */
  set defaults(/** @type {import('./options.js').Options} */ defaults) {
    this.#given = defaults;
    this.refresh();
  }

  /** Looks at the field again: it may have come, gone, or become read-only. */
  refresh() {
    const id = this.getAttribute('for');
    if (id !== null) {
      const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
      this.#bind(root.getElementById?.(id) ?? null);
    }
    this.#place();
    this.#view.button.disabled = !this.#dictation?.isListening && !this.#isReady;
    this.#name();
  }

  /** Begins a dictation. Browsers ask for the microphone only in answer to a press or a key. */
  start() {
    const field = this.field;
    if (!field || !takesText(field) || this.#dictation?.isListening) {
      return;
    }
    const options = sessionOptions(this.#read, field, endpointFor(this.#read('endpoint')));
    this.#dictation?.stepBack();
    const session = new DictationSession(options);
    // A field that became read-only meanwhile shows it now.
    session.addEventListener('end', () => this.refresh());
    const place = this.#placeIn(field, options.language);
    this.#dictation = new FieldDictation(session, place, this.#view, () => this.start());
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
  #read = (name) => optionsOf(this, this.field, this.#given)(name);

  get #texts() {
    return textsFor(languageAround(this) ?? navigator.language);
  }

  /** Whether it serves whichever field has the focus. */
  get #isForAny() {
    return !this.hasAttribute('for') && !this.#isChosen;
  }

  get #isReady() {
    return this.field ? takesText(this.field) : this.#isForAny;
  }

  get #keys() {
    const written = this.#read('shortcut') ?? DEFAULT_SHORTCUT;
    return isOff(written) ? null : parseShortcut(written);
  }

  /** @param {Event} event */
  #begin(event) {
    if (this.#isForAny) {
      this.#comeFrom(focusedElement());
    }
    if (!this.field) {
      this.#view.say(this.#texts.noField);
      this.#view.leave();
      return;
    }
    this.#watched?.enter(event);
    this.start();
  }

  /** @param {Event} event a press of a key leads back to the field; the mouse never left it */
  #finish(event) {
    this.stop();
    if (/** @type {MouseEvent} */ (event).detail === 0) {
      this.field?.focus({preventScroll: true});
    }
  }

  /** @param {Element | null} element that has the focus, or had it before the button */
  #comeFrom(element) {
    if (this.#isForAny && element && element !== this && isDictatable(element) && !this.#dictation?.isListening) {
      this.#bind(/** @type {HTMLElement} */ (element));
      this.refresh();
    }
  }

  /** @param {KeyboardEvent} event */
  #dismiss(event) {
    if (event.key === 'Escape' && !this.#dictation?.isListening) {
      this.#dictation?.dismiss();
    }
  }

  /** @param {KeyboardEvent} event */
  #typed(event) {
    if (this.#keys && matches(this.#keys, event) && !event.repeat) {
      event.preventDefault();
      this.#dictation?.isListening ? this.stop() : this.start();
    }
  }

  /**
   * @param {HTMLElement} field
   * @param {string | undefined} language
   * @returns {import('./insertion.js').Place}
   */
  #placeIn(field, language) {
    return {
      field,
      hasCaret: this.#watched?.hasCaret ?? false,
      isOurs: (focused) => focused === this || focused.getRootNode() === this.shadowRoot,
      fitting: {
        language,
        keepsStop: this.#read('full-stop') === 'keep',
        keepsCapital: this.#read('capitals') === 'keep',
      },
      texts: this.#texts,
    };
  }

  /** In the field's corner or next to it, unless the page's author has put the button where it should be. */
  #place() {
    const isAuto = this.#read('placement') === 'auto';
    if (isAuto && this.field && this.isConnected) {
      this.#placement ??= new Placement(this, this.field);
      this.#placement.update();
    } else {
      this.#unplace();
    }
  }

  #unplace() {
    this.#placement?.end();
    this.#placement = null;
  }

  #name() {
    const texts = this.#texts;
    const fieldName = this.field ? nameOf(this.field) : '';
    const name = this.getAttribute('label') ?? (fieldName ? filledIn(texts.name, {field: fieldName}) : texts.nameAlone);
    const keys = ariaKeys(this.#keys);
    const hint = keys ? ` ${filledIn(texts.shortcut, {keys})}` : '';
    this.#view.name(name, (this.#read('privacy') ?? texts.privacy) + hint, keys);
  }

  /** @param {HTMLElement | null} field */
  #bind(field) {
    const next = field && isDictatable(field) ? field : null;
    if (next !== this.field) {
      this.#unplace();
      this.#watched?.end();
      this.#watched = next && new WatchedField(next, {
        changed: () => this.refresh(),
        typed: (event) => this.#typed(event),
      });
    }
  }
}
