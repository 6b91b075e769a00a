/** Events and results with the names and shapes of the Web Speech API. */

/** @typedef {{transcript: string, confidence: number}} Alternative */

/** One phrase: its alternatives, best first. */
export class RecognitionResult {
  isFinal;
  /** @type {Alternative[]} */
  #alternatives;
  /** @type {number} */
  length;

  /**
   * @param {Alternative[]} alternatives
   * @param {boolean} isFinal
   */
  constructor(alternatives, isFinal) {
    this.isFinal = isFinal;
    this.#alternatives = alternatives;
    this.length = alternatives.length;
    Object.assign(this, alternatives);
  }

  /** @param {number} index */
  item(index) {
    return this.#alternatives[index] ?? null;
  }

  [Symbol.iterator]() {
    return this.#alternatives[Symbol.iterator]();
  }
}

/** All phrases of a recognition so far. */
export class RecognitionResultList {
  /** @type {RecognitionResult[]} */
  #results;
  /** @type {number} */
  length;

  /** @param {RecognitionResult[]} results */
  constructor(results) {
    this.#results = results;
    this.length = results.length;
    Object.assign(this, results);
  }

  /** @param {number} index */
  item(index) {
    return this.#results[index] ?? null;
  }

  [Symbol.iterator]() {
    return this.#results[Symbol.iterator]();
  }
}

/** `result` and `nomatch`. */
export class SpeechRecognitionEvent extends Event {
  /**
   * @param {string} type
   * @param {{resultIndex?: number, results?: RecognitionResultList}} [init]
   */
  constructor(type, {resultIndex = 0, results = new RecognitionResultList([])} = {}) {
    super(type);
    /** The first phrase that is new. */
    this.resultIndex = resultIndex;
    this.results = results;
  }
}

/** `error`. */
export class SpeechRecognitionErrorEvent extends Event {
  /**
   * @param {string} type
   * @param {{error: string, message?: string}} init
   */
  constructor(type, {error, message = ''}) {
    super(type);
    this.error = error;
    this.message = message;
  }
}

/**
 * @param {string} text
 * @param {any} answer the Speech API's; its simple format has no alternatives and no confidence, which then is 1, since
 *     pages take 0 for "not heard"
 * @param {number} most how many alternatives the page wants
 * @returns {Alternative[]}
 */
export function alternativesOf(text, answer, most) {
  /** @type {any[]} */
  const best = Array.isArray(answer?.NBest) ? answer.NBest.slice(0, Math.max(1, most)) : [];
  const alternatives = best.map(({Display, Lexical, Confidence}) =>
    ({transcript: Display ?? Lexical ?? text, confidence: Confidence ?? 1}));
  return alternatives.length > 0 ? alternatives : [{transcript: text, confidence: 1}];
}
