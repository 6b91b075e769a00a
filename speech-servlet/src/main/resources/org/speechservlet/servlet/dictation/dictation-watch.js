/** A reading of the level comprises this time. */
const READING_SECONDS = 0.1;

/** The last seconds are counted down; of a short time only its second half. */
const COUNTDOWN_SECONDS = 10;

/**
 * Watches the time that is left: until silence ends the dictation, and until a phrase is full.
 */
export class DictationWatch {
  #timeoutSeconds;
  #silentSeconds = 0;
  #told = 0;

  /** @param {number} timeoutSeconds the silence that ends the dictation, Infinity for never */
  constructor(timeoutSeconds) {
    this.#timeoutSeconds = timeoutSeconds;
  }

  /** Whether it has been silent for so long that the dictation is over. */
  get isOver() {
    return this.#silentSeconds >= this.#timeoutSeconds;
  }

  /**
   * @param {Pick<import('./capture.js').Level, 'isSpeaking' | 'remainingSeconds'>} level the next one
   * @returns {number | null} how many seconds are left, each number once; null when there is nothing to say
   */
  accept({isSpeaking, remainingSeconds}) {
    this.#silentSeconds = isSpeaking ? 0 : this.#silentSeconds + READING_SECONDS;
    return isSpeaking
      ? this.#tell(remainingSeconds, COUNTDOWN_SECONDS)
      : this.#tell(this.#timeoutSeconds - this.#silentSeconds, Math.min(COUNTDOWN_SECONDS, this.#timeoutSeconds / 2));
  }

  /** @param {number} left @param {number} from */
  #tell(left, from) {
    const seconds = left <= from ? Math.max(0, Math.ceil(left)) : 0;
    const isNew = seconds !== this.#told;
    this.#told = seconds;
    return isNew && seconds > 0 ? seconds : null;
  }
}
