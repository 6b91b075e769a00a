import {failed, readAnswer} from './answers.js';
import {ConnectionLost} from './endpoint.js';
import {Outage} from './outage.js';
import {ofNetwork} from './problems.js';
import {unlessAborted} from './timing.js';

/** Long enough for two megabytes on a slow line, and for the recognition. */
const ANSWER_TIMEOUT_MS = 120_000;

/** Sends a phrase when it is complete, in one request; again, when the connection is lost. */
export class PlainUpload {
  #phrase;
  #endpoint;
  #surroundings;
  #healing;
  #outage;

  /**
   * @param {import('./phrase.js').Phrase} phrase
   * @param {import('./endpoint.js').Endpoint} endpoint
   * @param {import('./live-upload.js').Surroundings} surroundings
   * @param {import('./live-upload.js').Healing} healing
   */
  constructor(phrase, endpoint, surroundings, healing) {
    this.#phrase = phrase;
    this.#endpoint = endpoint;
    this.#surroundings = surroundings;
    this.#healing = healing;
    this.#outage = new Outage(surroundings);
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<import('./answers.js').Outcome>}
   */
  async send(signal) {
    await unlessAborted(this.#phrase.beyond(Infinity), signal);
    for (;;) {
      try {
        const response = await this.#post(signal);
        this.#healed();
        return await readAnswer(response, this.#surroundings.timers.now());
      } catch (error) {
        if (!(error instanceof ConnectionLost)) {
          throw error;
        }
        if (!(await this.#heal(signal))) {
          return failed(ofNetwork());
        }
      }
    }
  }

  /** @param {AbortSignal} signal */
  #post(signal) {
    const headers = {'Content-Type': this.#phrase.contentType};
    const message = {method: 'POST', headers, body: this.#phrase.whole(), timeoutMs: ANSWER_TIMEOUT_MS};
    return this.#endpoint.send(this.#endpoint.recognizeUrl, message, signal);
  }

  #healed() {
    if (this.#outage.isGoingOn) {
      this.#healing.done();
    }
  }

  /** @param {AbortSignal} signal */
  #heal(signal) {
    if (!this.#outage.isGoingOn) {
      this.#healing.begun();
    }
    return this.#outage.wait(signal);
  }
}
