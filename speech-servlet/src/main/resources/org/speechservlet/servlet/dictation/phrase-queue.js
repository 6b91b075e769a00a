/** Ten minutes of 16-bit samples at 16 kHz. */
export const MAX_HELD_BYTES = 10 * 60 * 16_000 * 2;

/**
 * @typedef {import('./answers.js').Outcome} Outcome
 * @typedef {import('./phrase.js').Phrase} Phrase
 *
 * @typedef {object} QueueListener
 * @property {(phrase: number, outcome: Outcome) => void} outcome in spoken order
 * @property {(phrase: number) => void} healing
 * @property {(phrase: number) => void} healed
 * @property {() => void} idle no phrase is being recognized any more
 */

/**
 * The phrases whose text has not come yet. They are recognized side by side and told in spoken order: an outcome waits
 * for those of earlier phrases. Of a failed phrase the failure is told in its place, and its audio is kept.
 */
export class PhraseQueue {
  #recognizer;
  #listener;
  #cancellation = new AbortController();
  /** Those under way, in spoken order. @type {{phrase: Phrase, outcome: Outcome | null}[]} */
  #underWay = [];
  /** @type {Phrase[]} */
  #failed = [];

  /**
   * @param {Pick<import('./recognizer.js').Recognizer, 'recognize'>} recognizer
   * @param {QueueListener} listener
   */
  constructor(recognizer, listener) {
    this.#recognizer = recognizer;
    this.#listener = listener;
  }

  get isIdle() {
    return this.#underWay.length === 0;
  }

  get failedCount() {
    return this.#failed.length;
  }

  /** How much audio is kept. */
  get heldBytes() {
    const phrases = [...this.#failed, ...this.#underWay.map(({phrase}) => phrase)];
    return phrases.reduce((sum, {size}) => sum + size, 0);
  }

  /** @param {Phrase} phrase which may still grow */
  add(phrase) {
    const entry = {phrase, outcome: null};
    this.#underWay.push(entry);
    this.#recognize(entry);
  }

  /** Recognizes the failed phrases again. */
  retry() {
    const again = this.#failed;
    this.#failed = [];
    again.forEach((phrase) => this.add(phrase));
  }

  discardFailed() {
    this.#failed = [];
  }

  /** Drops everything; nothing more is told. */
  cancel() {
    this.#cancellation.abort();
    this.#underWay = [];
    this.#failed = [];
  }

  /** @param {{phrase: Phrase, outcome: Outcome | null}} entry */
  async #recognize(entry) {
    const {signal} = this.#cancellation;
    const {number} = entry.phrase;
    const healing = {begun: () => this.#listener.healing(number), done: () => this.#listener.healed(number)};
    try {
      entry.outcome = await this.#recognizer.recognize(entry.phrase, signal, healing);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      entry.outcome = defect(error);
    }
    this.#tell();
  }

  #tell() {
    for (let entry = this.#underWay[0]; entry?.outcome; entry = this.#underWay[0]) {
      this.#underWay.shift();
      if (entry.outcome.kind === 'problem') {
        this.#failed.push(entry.phrase);
      }
      this.#listener.outcome(entry.phrase.number, entry.outcome);
    }
    if (this.isIdle) {
      this.#listener.idle();
    }
  }
}

/** @param {unknown} error @returns {Outcome} */
function defect(error) {
  return {kind: 'problem', problem: {code: 'internal', retryable: true, detail: String(error)}};
}
