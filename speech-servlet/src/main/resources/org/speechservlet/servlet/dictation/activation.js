/**
 * How a button is worked: by a click for start and stop, or held down while one speaks.
 *
 * @typedef {object} Switch
 * @property {() => boolean} isHeld whether the button is to be held
 * @property {(event: Event) => void} toggle
 * @property {(event: Event) => void} begin
 * @property {() => void} end
 * @property {() => void} tooShort called after a press too short to have been meant for holding
 */

const SHORTEST_HOLD_MS = 300;

/** Turns clicks, pointers and keys into the switching of a dictation. */
export class Activation {
  #button;
  #switch;
  /** @type {'pointer' | 'key' | null} */
  #heldBy = null;
  #downSince = 0;

  /**
   * @param {HTMLButtonElement} button
   * @param {Switch} what
   */
  constructor(button, what) {
    this.#button = button;
    this.#switch = what;
    button.addEventListener('click', (event) => this.#click(event));
    button.addEventListener('pointerdown', (event) => this.#pointerDown(event));
    for (const name of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
      button.addEventListener(name, (event) => this.#release('pointer', event));
    }
    button.addEventListener('blur', (event) => this.#release('key', event));
    button.addEventListener('keydown', (event) => this.#keyDown(event));
    button.addEventListener('keyup', (event) => event.key === ' ' && this.#release('key', event));
    button.addEventListener('contextmenu', (event) => this.#heldBy && event.preventDefault());
  }

  /** @param {MouseEvent} event a press that was held ends in a click too, which has a pointer behind it */
  #click(event) {
    // A label around the button would hand the click on to its field.
    event.preventDefault();
    if (!this.#switch.isHeld() || event.detail === 0) {
      this.#switch.toggle(event);
    }
  }

  /** @param {PointerEvent} event */
  #pointerDown(event) {
    if (event.button === 0 && this.#switch.isHeld()) {
      this.#button.setPointerCapture(event.pointerId);
      this.#press('pointer', event);
    }
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (event.key === ' ' && this.#switch.isHeld()) {
      // Otherwise the key's end would be a click.
      event.preventDefault();
      if (!event.repeat) {
        this.#press('key', event);
      }
    }
  }

  /**
   * @param {'pointer' | 'key'} by
   * @param {Event} event
   */
  #press(by, event) {
    this.#heldBy = by;
    this.#downSince = event.timeStamp;
    this.#switch.begin(event);
  }

  /**
   * @param {'pointer' | 'key'} by
   * @param {Event} event
   */
  #release(by, event) {
    if (this.#heldBy === by) {
      this.#heldBy = null;
      this.#switch.end();
      if (event.timeStamp - this.#downSince < SHORTEST_HOLD_MS) {
        this.#switch.tooShort();
      }
    }
  }
}
