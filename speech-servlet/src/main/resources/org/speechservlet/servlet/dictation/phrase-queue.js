/** Ten minutes of 16-bit samples at 16 kHz. */
export const MAX_HELD_BYTES = 10 * 60 * 16_000 * 2;

/**
 * @typedef {import('./answers.js').Outcome} Outcome
 * @typedef {import('./phrase.js').Phrase} Phrase
 *
 * @typedef {{phrase: Phrase, outcome: Outcome | null}} Entry
 *
 * @typedef {object} QueueListener
 * @property {(phrase: number, outcome: Outcome) => void} outcome in spoken order
 * @property {(phrase: number) => void} healing
 * @property {(phrase: number) => void} healed
 * @property {() => void} idle no phrase is being recognized any more
 */

/**
 * The phrases whose text has not come yet. They are recognized side by side and told in spoken order: an outcome waits
 * for those of earlier phrases. Of a failed phrase the failure is told in its place, and its audio is kept if it may succeed
 * another time; phrases that are sent again wait for each other, but no other phrase waits for them.
 */
export class PhraseQueue {
  #recognizer;
  #listener;
  #cancellation = new AbortController();
  /** Those under way, each row in spoken order: those sent for the first time, then each time that some were sent again. */
  #rows = [/** @type {Entry[]} */ ([])];
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
    return this.#rows.every((row) => row.length === 0);
  }

  get failedCount() {
    return this.#failed.length;
  }

  /** How much audio is kept. */
  get heldBytes() {
    const phrases = [...this.#failed, ...this.#rows.flat().map(({phrase}) => phrase)];
    return phrases.reduce((sum, {size}) => sum + size, 0);
  }

  /** @param {Phrase} phrase which may still grow */
  add(phrase) {
    this.#addTo(this.#rows[0], phrase);
  }

  /** Recognizes the failed phrases again. */
  retry() {
    const again = this.#failed.sort((a, b) => a.number - b.number);
    this.#failed = [];
    /** @type {Entry[]} */
    const row = [];
    this.#rows = [this.#rows[0], ...this.#rows.slice(1).filter(({length}) => length > 0), row];
    again.forEach((phrase) => this.#addTo(row, phrase));
  }

  discardFailed() {
    this.#failed = [];
  }

  /** Drops everything; nothing more is told. */
  cancel() {
    this.#cancellation.abort();
    this.#rows = [[]];
    this.#failed = [];
  }

  /** @param {Entry[]} row @param {Phrase} phrase */
  #addTo(row, phrase) {
    const entry = {phrase, outcome: null};
    row.push(entry);
    this.#recognize(entry, row);
  }

  /** @param {Entry} entry @param {Entry[]} row */
  async #recognize(entry, row) {
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
    this.#tell(row);
  }

  /** @param {Entry[]} row */
  #tell(row) {
    const {signal} = this.#cancellation;
    for (let entry = row[0]; entry?.outcome && !signal.aborted; entry = row[0]) {
      row.shift();
      if (entry.outcome.kind === 'problem' && entry.outcome.problem.retryable) {
        this.#failed.push(entry.phrase);
      }
      this.#listener.outcome(entry.phrase.number, entry.outcome);
    }
    if (this.isIdle && !signal.aborted) {
      this.#listener.idle();
    }
  }
}

/** @param {unknown} error @returns {Outcome} */
function defect(error) {
  return {kind: 'problem', problem: {code: 'internal', retryable: true, detail: String(error)}};
}
