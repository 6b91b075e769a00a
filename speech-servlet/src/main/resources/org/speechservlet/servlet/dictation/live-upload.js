import {failed, isServlets, readAnswer} from './answers.js';
import {ConnectionLost} from './endpoint.js';
import {Outage} from './outage.js';
import {ofNetwork, problem} from './problems.js';
import {pause, unlessAborted} from './timing.js';
import {uploadComplete, uploadOffset} from './upload-headers.js';
import {UploadResource, createUpload} from './upload-resource.js';

/** How often a piece is sent while one speaks, and how large one may become that makes up for lost time. */
const PACE_MS = 250;
const MAX_PIECE_BYTES = 64 * 1024;

/** A node may die; that every node forgets the upload means that the load balancer does not keep to one. */
const MAX_UPLOADS = 4;
const MAX_CORRECTIONS = 8;

/**
 * @typedef {import('./answers.js').Outcome} Outcome
 * @typedef {import('./phrase.js').Phrase} Phrase
 *
 * @typedef {object} Surroundings
 * @property {import('./timing.js').Timers} timers
 * @property {() => number} random 0 to 1
 * @property {import('./outage.js').Network} network
 *
 * @typedef {object} Healing
 * @property {() => void} begun the connection was lost and is being taken up again
 * @property {() => void} done
 */

/**
 * Sends a phrase while it is spoken, as a resumable upload (draft-ietf-httpbis-resumable-upload).
 *
 * ```
 *   create --201--> append --204--> append ... --last--> the recognition's answer
 *     ^               |  ^
 *     | 404       lost|  |204
 *     +------------- ask +
 * ```
 *
 * Whatever is lost is asked for and sent again, since the phrase keeps all of it. For one phrase, once.
 */
export class LiveUpload {
  #phrase;
  #endpoint;
  #surroundings;
  #healing;
  #outage;
  /** @type {UploadResource | null} */
  #resource = null;
  #offset = 0;
  /** Where the last append began; repeating it repeats the answer. @type {number | null} */
  #lastFrom = null;
  #mustAsk = false;
  #nextPieceAt = 0;
  #uploads = 0;
  #corrections = 0;

  /**
   * @param {Phrase} phrase
   * @param {import('./endpoint.js').Endpoint} endpoint
   * @param {Surroundings} surroundings
   * @param {Healing} healing
   */
  constructor(phrase, endpoint, surroundings, healing) {
    this.#phrase = phrase;
    this.#endpoint = endpoint;
    this.#surroundings = surroundings;
    this.#healing = healing;
    this.#outage = new Outage(surroundings);
  }

  /**
   * @param {AbortSignal} signal cancels the upload, on the server, too
   * @returns {Promise<Outcome | 'unknown'>} unknown to a server that has no resumable uploads
   */
  async send(signal) {
    try {
      return await this.#run(signal);
    } catch (error) {
      this.#resource?.discard();
      throw error;
    }
  }

  /** @param {AbortSignal} signal */
  async #run(signal) {
    for (;;) {
      try {
        const outcome = await this.#proceed(signal);
        if (outcome) {
          this.#healed();
          return outcome;
        }
      } catch (error) {
        if (!(error instanceof ConnectionLost)) {
          throw error;
        }
        if (!(await this.#heal(signal))) {
          return failed(ofNetwork(this.#resource?.requestId));
        }
      }
    }
  }

  /** @param {AbortSignal} signal @returns {Promise<Outcome | 'unknown' | null>} null while there is more to do */
  #proceed(signal) {
    if (this.#resource === null) {
      return this.#create(signal);
    }
    return this.#mustAsk ? this.#ask(this.#resource, signal) : this.#append(this.#resource, signal);
  }

  /** @param {AbortSignal} signal */
  async #create(signal) {
    if (this.#uploads === MAX_UPLOADS) {
      return failed(problem('internal', {detail: `The server has forgotten the upload ${MAX_UPLOADS} times.`}));
    }
    await unlessAborted(this.#phrase.beyond(this.#phrase.headBytes), signal);
    const to = Math.min(this.#phrase.size, MAX_PIECE_BYTES);
    this.#nextPieceAt = this.#now() + PACE_MS;
    return this.#created(await createUpload(this.#endpoint, this.#phrase, to, signal), to);
  }

  /** @param {Response} response @param {number} sent */
  async #created(response, sent) {
    const location = response.headers.get('Location');
    if (response.status === 201 && uploadComplete(response) === false && location) {
      this.#resource = new UploadResource(this.#endpoint, response, location);
      this.#uploads++;
      this.#mustAsk = false;
      this.#advance(uploadOffset(response) ?? sent);
      return null;
    }
    return isUnknownTo(response) ? 'unknown' : readAnswer(response, this.#now());
  }

  /** @param {UploadResource} resource @param {AbortSignal} signal */
  async #append(resource, signal) {
    const maxBytes = Math.min(MAX_PIECE_BYTES, resource.maxAppendBytes);
    await this.#untilPieceIsDue(maxBytes, signal);
    const from = this.#offset;
    const to = Math.min(this.#phrase.size, from + maxBytes);
    const isLast = this.#phrase.isComplete && to === this.#phrase.size;
    this.#lastFrom = isLast ? from : null;
    this.#nextPieceAt = this.#now() + PACE_MS;
    return this.#appended(await resource.append(this.#phrase, from, to, isLast, signal), to);
  }

  /** @param {Response} response @param {number} to */
  async #appended(response, to) {
    if (response.status === 404) {
      return this.#forget();
    }
    if ([400, 409].includes(response.status) && uploadComplete(response) === false) {
      return this.#correct(response);
    }
    if (response.ok && uploadComplete(response) === false) {
      this.#advance(uploadOffset(response) ?? to);
      return null;
    }
    if (response.status >= 500 && uploadComplete(response) !== true) {
      throw new ConnectionLost(`The server answered ${response.status}`);
    }
    return readAnswer(response, this.#now());
  }

  /** @param {UploadResource} resource @param {AbortSignal} signal */
  async #ask(resource, signal) {
    const response = await resource.ask(signal);
    if (response.status >= 500) {
      throw new ConnectionLost(`The server answered ${response.status}`);
    }
    if (!response.ok) {
      return response.status === 404 ? this.#forget() : readAnswer(response, this.#now());
    }
    const isAnswered = uploadComplete(response) === true;
    return this.#continueAt(isAnswered ? this.#lastFrom : uploadOffset(response));
  }

  /** The server has other bytes than we believed, and may not say how many. @param {Response} response */
  async #correct(response) {
    if (this.#corrections++ === MAX_CORRECTIONS) {
      return readAnswer(response, this.#now());
    }
    const offset = uploadOffset(response);
    this.#mustAsk = offset === null;
    return offset === null ? null : this.#continueAt(offset);
  }

  /** @param {number | null} offset null, or beyond what was spoken, where the server has lost its way */
  #continueAt(offset) {
    if (offset === null || offset > this.#phrase.size) {
      return this.#forget();
    }
    this.#offset = offset;
    this.#mustAsk = false;
    return null;
  }

  /** The upload is gone: the phrase is sent again, from its start. */
  #forget() {
    this.#resource = null;
    this.#mustAsk = false;
    this.#offset = 0;
    return null;
  }

  /** @param {number} offset */
  #advance(offset) {
    this.#offset = offset;
    this.#corrections = 0;
    this.#healed();
  }

  #healed() {
    if (this.#outage.isGoingOn) {
      this.#outage.end();
      this.#healing.done();
    }
  }

  /** @param {AbortSignal} signal @returns {Promise<boolean>} false when it is time to give up */
  #heal(signal) {
    if (!this.#outage.isGoingOn) {
      this.#healing.begun();
    }
    this.#mustAsk = true;
    return this.#outage.wait(signal);
  }

  /** @param {number} maxBytes @param {AbortSignal} signal */
  async #untilPieceIsDue(maxBytes, signal) {
    const {timers} = this.#surroundings;
    const waiting = new AbortController();
    const rest = this.#nextPieceAt - timers.now();
    const full = this.#phrase.beyond(this.#offset + maxBytes);
    if (rest > 0) {
      const paced = pause(rest, timers, waiting.signal).catch(() => undefined);
      await unlessAborted(Promise.race([paced, full]), signal).finally(() => waiting.abort());
    }
    await unlessAborted(this.#phrase.beyond(this.#offset), signal);
  }

  #now() {
    return this.#surroundings.timers.now();
  }
}

/** Whether a server without resumable uploads has taken the first piece for the whole. @param {Response} response */
function isUnknownTo(response) {
  const isAnswer = response.ok && isServlets(response);
  return uploadComplete(response) !== true && (isAnswer || [400, 404, 405, 411, 501].includes(response.status));
}
