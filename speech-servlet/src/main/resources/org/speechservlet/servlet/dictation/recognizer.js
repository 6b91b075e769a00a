import {LiveUpload} from './live-upload.js';
import {PlainUpload} from './plain-upload.js';
import {logProblem} from './problem-log.js';
import {pause} from './timing.js';

/** A server that asks for so little patience gets it without the user being bothered. */
const SHORT_WAIT_SECONDS = 5;

/** Turns phrases into outcomes, in the way that the server knows. For one dictation. */
export class Recognizer {
  #endpoint;
  #surroundings;
  #isLive;

  /**
   * @param {import('./endpoint.js').Endpoint} endpoint
   * @param {import('./live-upload.js').Surroundings} surroundings
   * @param {boolean} isLive whether to send phrases while they are spoken
   */
  constructor(endpoint, surroundings, isLive) {
    this.#endpoint = endpoint;
    this.#surroundings = surroundings;
    this.#isLive = isLive;
  }

  /**
   * @param {import('./phrase.js').Phrase} phrase
   * @param {AbortSignal} signal
   * @param {import('./live-upload.js').Healing} healing
   * @returns {Promise<import('./answers.js').Outcome>} rejected only when the signal is aborted
   */
  async recognize(phrase, signal, healing) {
    const outcome = await this.#attempt(phrase, signal, healing);
    const seconds = outcome.kind === 'problem' ? outcome.problem.retryAfterSeconds : undefined;
    if (seconds === undefined || seconds > SHORT_WAIT_SECONDS) {
      return outcome;
    }
    await pause(seconds * 1000, this.#surroundings.timers, signal);
    return this.#attempt(phrase, signal, healing);
  }

  /**
   * @param {import('./phrase.js').Phrase} phrase
   * @param {AbortSignal} signal
   * @param {import('./live-upload.js').Healing} healing
   */
  async #attempt(phrase, signal, healing) {
    const outcome = await this.#send(phrase, signal, healing);
    if (outcome.kind === 'problem') {
      logProblem(outcome.problem);
    }
    return outcome;
  }

  /**
   * @param {import('./phrase.js').Phrase} phrase
   * @param {AbortSignal} signal
   * @param {import('./live-upload.js').Healing} healing
   */
  async #send(phrase, signal, healing) {
    if (this.#isLive) {
      const outcome = await new LiveUpload(phrase, this.#endpoint, this.#surroundings, healing).send(signal);
      if (outcome !== 'unknown') {
        return outcome;
      }
      this.#isLive = false;
    }
    return new PlainUpload(phrase, this.#endpoint, this.#surroundings, healing).send(signal);
  }
}
