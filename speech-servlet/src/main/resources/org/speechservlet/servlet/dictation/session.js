import {DictationWatch} from './dictation-watch.js';
import {Endpoint} from './endpoint.js';
import {CaptureError} from './microphone.js';
import {Phrase} from './phrase.js';
import {MAX_HELD_BYTES, PhraseQueue} from './phrase-queue.js';
import {LASTING, ofMicrophone, problem} from './problems.js';
import {Recognizer} from './recognizer.js';
import {withDefaults} from './session-options.js';
import {SoundWatch} from './sound-watch.js';
import {browserSurroundings} from './surroundings.js';

/**
 * @typedef {import('./session-options.js').SessionOptions} SessionOptions
 * @typedef {'idle' | 'requesting' | 'starting' | 'listening' | 'processing' | 'ended'} SessionState
 * @typedef {'stopped' | 'cancelled' | 'silence' | 'hidden' | 'microphone-lost' | 'problem'} EndReason
 */

/**
 * One dictation, from the press of a button until all text has come. A new object for each dictation.
 *
 * ```
 *   idle --start--> requesting --permission--> starting --first sound--> listening
 *                       |                         |                          | stop, silence, page hidden,
 *                       v                         v                          v microphone lost, lasting problem
 *                     ended <------------------ ended <--all answered-- processing
 * ```
 *
 * Events, whose facts are in `detail`: `state` {state}, `level` {rms, speaking} ten times a second, `speechstart` and
 * `speechend` {phrase}, `countdown` {seconds}, `text` {phrase, text, result} in spoken order, `nothing` {phrase, status},
 * `problem` (see problems.js, with the phrase if it is about one), `healing` and `healed` {phrase}, `notice` {code} with
 * `microphone-silent`, `microphone-muted` or `microphone-unmuted`, and `end` {reason}, the last one unless failed phrases
 * are sent again.
 */
export class DictationSession extends EventTarget {
  #options;
  #surroundings;
  #queue;
  #watch;
  #sound;
  /** @type {SessionState} */
  #state = 'idle';
  /** @type {EndReason} */
  #reason = 'stopped';
  #opening = new AbortController();
  /** @type {import('./capture.js').Capture | null} */
  #capture = null;
  /** Those that are still spoken. @type {Map<number, Phrase>} */
  #open = new Map();
  #forgetPage = () => {};
  /** @type {() => void} */
  #settled = () => {};

  /**
   * @param {SessionOptions} options
   * @param {import('./surroundings.js').Surroundings} [surroundings]
   */
  constructor(options, surroundings = browserSurroundings()) {
    super();
    this.#options = withDefaults(options);
    this.#surroundings = surroundings;
    this.#watch = new DictationWatch(this.#options.silenceTimeoutSeconds);
    this.#sound = new SoundWatch(surroundings.timers, () => this.#emit('notice', {code: 'microphone-silent'}));
    const {endpoint, language, upload} = this.#options;
    const server = new Endpoint({...surroundings, url: endpoint, language});
    this.#queue = new PhraseQueue(new Recognizer(server, surroundings, upload === 'live'), {
      outcome: (phrase, outcome) => this.#tell(phrase, outcome),
      healing: (phrase) => this.#emit('healing', {phrase}),
      healed: (phrase) => this.#emit('healed', {phrase}),
      idle: () => this.#endWhenAnswered(),
    });
  }

  get state() {
    return this.#state;
  }

  /** How many phrases are held that could not be recognized. */
  get failedPhrases() {
    return this.#queue.failedCount;
  }

  /**
   * Asks for the microphone; to be called in the user's gesture, once.
   *
   * @returns {Promise<void>} never rejected; resolved when the session listens, or has ended
   */
  async start() {
    if (this.#state !== 'idle') {
      return;
    }
    const settled = new Promise((resolve) => {
      this.#settled = () => resolve(undefined);
    });
    this.#forgetPage = this.#surroundings.watchPage({hidden: () => this.#finish('hidden'), left: () => this.cancel()});
    this.#enter('requesting');
    this.#openCapture();
    await settled;
  }

  /** No more is recorded; what was spoken is still recognized. */
  stop() {
    this.#finish('stopped');
  }

  /** Discards everything, from every state, also while the browser still asks for the permission. */
  cancel() {
    this.#opening.abort();
    this.#capture?.close();
    this.#open.clear();
    this.#queue.cancel();
    this.#end('cancelled');
  }

  /** Sends the failed phrases again, also when the session has ended. */
  retry() {
    this.#queue.retry();
  }

  /** Gives up the failed phrases. */
  discardFailed() {
    this.#queue.discardFailed();
  }

  async #openCapture() {
    const {signal} = this.#opening;
    try {
      const capture = await this.#surroundings.openCapture(this.#options, this.#listener(), signal);
      if (signal.aborted) {
        capture.close();
      } else {
        this.#capture = capture;
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#emit('problem', error instanceof CaptureError ? error.problem : ofMicrophone(error));
        this.#end('problem');
      }
    }
  }

  /** @returns {import('./capture.js').CaptureListener} */
  #listener() {
    return {
      opened: () => this.#starting(),
      level: (level) => this.#heard(level),
      started: (phrase, format) => this.#begin(new Phrase(phrase, format)),
      audio: (phrase, bytes) => this.#append(phrase, bytes),
      ended: (phrase) => this.#complete(phrase),
      muted: (isMuted) => this.#emit('notice', {code: isMuted ? 'microphone-muted' : 'microphone-unmuted'}),
      lost: () => this.#finish('microphone-lost'),
    };
  }

  #starting() {
    this.#enter('starting');
    this.#sound.expect();
  }

  /** @param {import('./capture.js').Level} level */
  #heard(level) {
    if (this.#state !== 'starting' && this.#state !== 'listening') {
      return;
    }
    if (!level.isZero) {
      this.#sound.expect();
      this.#listening();
    }
    this.#emit('level', {rms: level.rms, speaking: level.isSpeaking});
    const seconds = this.#watch.accept(level);
    if (seconds !== null) {
      this.#emit('countdown', {seconds});
    }
    if (this.#watch.isOver) {
      this.#finish('silence');
    }
  }

  #listening() {
    if (this.#state === 'starting') {
      this.#enter('listening');
      this.#settled();
    }
  }

  /** @param {Phrase} phrase */
  #begin(phrase) {
    this.#open.set(phrase.number, phrase);
    this.#emit('speechstart', {phrase: phrase.number});
    this.#queue.add(phrase);
  }

  /** @param {number} phrase @param {Uint8Array} bytes */
  #append(phrase, bytes) {
    this.#open.get(phrase)?.append(bytes);
    if (this.#queue.heldBytes > MAX_HELD_BYTES && this.#state !== 'processing') {
      const detail = `Audio whose text has not come fills ${MAX_HELD_BYTES} bytes; more is not kept.`;
      this.#emit('problem', problem('too-large', {detail, retryable: true}));
      this.#finish('problem');
    }
  }

  /** @param {number} number */
  #complete(number) {
    const phrase = this.#open.get(number);
    if (phrase) {
      this.#open.delete(number);
      phrase.complete();
      this.#emit('speechend', {phrase: number});
    }
  }

  /** @param {number} phrase @param {import('./answers.js').Outcome} outcome */
  #tell(phrase, outcome) {
    switch (outcome.kind) {
      case 'text':
        return this.#emit('text', {phrase, text: outcome.text, result: outcome.result});
      case 'nothing':
        return this.#emit('nothing', {phrase, status: outcome.status});
      default:
        this.#emit('problem', {...outcome.problem, phrase});
        if (LASTING.has(outcome.problem.code)) {
          this.#finish('problem');
        }
    }
  }

  /** Ends the recording; the session ends with the last answer. @param {EndReason} reason */
  async #finish(reason) {
    if (this.#state === 'processing' || this.#state === 'ended') {
      return;
    }
    this.#reason = reason;
    this.#sound.stop();
    this.#enter('processing');
    this.#opening.abort();
    await this.#capture?.stop();
    this.#capture = null;
    [...this.#open.keys()].forEach((phrase) => this.#complete(phrase));
    this.#endWhenAnswered();
  }

  #endWhenAnswered() {
    if (this.#state === 'processing' && this.#open.size === 0 && this.#capture === null && this.#queue.isIdle) {
      this.#end(this.#reason);
    }
  }

  /** @param {EndReason} reason */
  #end(reason) {
    if (this.#state === 'ended') {
      return;
    }
    this.#sound.stop();
    this.#forgetPage();
    this.#enter('ended');
    this.#emit('end', {reason});
    this.#settled();
  }

  /** @param {SessionState} state */
  #enter(state) {
    this.#state = state;
    this.#emit('state', {state});
  }

  /** @param {string} type @param {object} detail */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}
