import {openCapture} from './capture.js';
import {Endpoint} from './endpoint.js';
import {CaptureError} from './microphone.js';
import {Phrase} from './phrase.js';
import {PhraseQueue} from './phrase-queue.js';
import {LASTING, ofMicrophone} from './problems.js';
import {Recognizer} from './recognizer.js';
import {SYSTEM_TIMERS} from './timing.js';

/**
 * @typedef {object} SessionOptions
 * @property {string} endpoint the servlet's mapping, with a trailing slash
 * @property {string} [language] BCP 47; without it the server's default
 * @property {'pcm' | 'opus'} [encoding] 16-bit WAV at 16 kHz, or WebM/Opus for a slow line; `pcm` by default
 * @property {'live' | 'phrase'} [upload] while one speaks, or each phrase at its end; `live` by default
 * @property {number} [pauseSeconds] the silence that ends a phrase; 0.8 by default
 * @property {number} [silenceTimeoutSeconds] the silence that ends the dictation, Infinity for never; 30 by default
 * @property {number} [maxPhraseSeconds] the longest phrase; 55 by default
 * @property {MediaTrackConstraints} [constraints] in addition to one channel, echo cancellation, noise suppression and
 *     gain control
 * @property {MediaStreamTrack} [track] used instead of the microphone
 *
 * @typedef {'idle' | 'requesting' | 'starting' | 'listening' | 'processing' | 'ended'} SessionState
 * @typedef {'stopped' | 'cancelled' | 'silence' | 'hidden' | 'microphone-lost' | 'problem'} EndReason
 */

const DEFAULTS = /** @type {const} */ ({
  encoding: 'pcm',
  upload: 'live',
  pauseSeconds: 0.8,
  silenceTimeoutSeconds: 30,
  maxPhraseSeconds: 55,
});

/** One dictation, from the press of a button until all text has come. A new object for each dictation. */
export class DictationSession extends EventTarget {
  #options;
  #queue;
  /** @type {SessionState} */
  #state = 'idle';
  #cancellation = new AbortController();
  /** @type {import('./capture.js').Capture | null} */
  #capture = null;
  /** @type {Phrase | null} */
  #phrase = null;
  /** @type {EndReason} */
  #reason = 'stopped';

  /** @param {SessionOptions} options */
  constructor(options) {
    super();
    this.#options = {...DEFAULTS, ...options};
    const surroundings = {
      timers: SYSTEM_TIMERS,
      random: Math.random,
      network: {isOnline: () => navigator.onLine, onOnline: () => () => {}},
    };
    const {endpoint, language, upload} = this.#options;
    const server = new Endpoint({url: endpoint, language, fetch: (...args) => fetch(...args), timers: SYSTEM_TIMERS});
    this.#queue = new PhraseQueue(new Recognizer(server, surroundings, upload === 'live'), {
      outcome: (phrase, outcome) => this.#tell(phrase, outcome),
      healing: (phrase) => this.#emit('healing', {phrase}),
      healed: (phrase) => this.#emit('healed', {phrase}),
      idle: () => this.#endWhenDone(),
    });
  }

  get state() {
    return this.#state;
  }

  get failedPhrases() {
    return this.#queue.failedCount;
  }

  async start() {
    this.#enter('requesting');
    const {encoding, pauseSeconds, maxPhraseSeconds, constraints, track} = this.#options;
    try {
      this.#capture = await openCapture(
        {encoding, rules: {pauseSeconds, maxPhraseSeconds}, constraints, track},
        {
          opened: () => this.#enter('starting'),
          level: (level) => this.#level(level),
          started: (phrase, format) => this.#begin(new Phrase(phrase, format)),
          audio: (phrase, bytes) => this.#phrase?.append(bytes),
          ended: (phrase) => this.#endPhrase(phrase),
          muted: (isMuted) => this.#emit('notice', {code: isMuted ? 'microphone-muted' : 'microphone-unmuted'}),
          lost: () => this.#finish('microphone-lost'),
        },
        this.#cancellation.signal,
      );
    } catch (error) {
      if (!this.#cancellation.signal.aborted) {
        this.#emit('problem', error instanceof CaptureError ? error.problem : ofMicrophone(error));
        this.#end('problem');
      }
    }
  }

  stop() {
    this.#finish('stopped');
  }

  cancel() {
    this.#cancellation.abort();
    this.#capture?.close();
    this.#queue.cancel();
    this.#end('cancelled');
  }

  retry() {
    this.#queue.retry();
  }

  discardFailed() {
    this.#queue.discardFailed();
  }

  /** @param {EndReason} reason */
  async #finish(reason) {
    this.#reason = reason;
    await this.#capture?.stop();
    this.#enter('processing');
    this.#endWhenDone();
  }

  /** @param {import('./capture.js').Level} level */
  #level({rms, isSpeaking, isZero}) {
    if (this.#state === 'starting' && !isZero) {
      this.#enter('listening');
    }
    this.#emit('level', {rms, speaking: isSpeaking});
  }

  /** @param {Phrase} phrase */
  #begin(phrase) {
    this.#phrase = phrase;
    this.#emit('speechstart', {phrase: phrase.number});
    this.#queue.add(phrase);
  }

  /** @param {number} phrase */
  #endPhrase(phrase) {
    this.#phrase?.complete();
    this.#phrase = null;
    this.#emit('speechend', {phrase});
  }

  /** @param {number} phrase @param {import('./answers.js').Outcome} outcome */
  #tell(phrase, outcome) {
    if (outcome.kind === 'text') {
      this.#emit('text', {phrase, text: outcome.text, result: outcome.result});
    } else if (outcome.kind === 'nothing') {
      this.#emit('nothing', {phrase, status: outcome.status});
    } else {
      this.#emit('problem', {phrase, ...outcome.problem});
      if (LASTING.has(outcome.problem.code)) {
        this.#finish('problem');
      }
    }
  }

  #endWhenDone() {
    if (this.#state === 'processing' && this.#queue.isIdle) {
      this.#end(this.#reason);
    }
  }

  /** @param {EndReason} reason */
  #end(reason) {
    if (this.#state !== 'ended') {
      this.#enter('ended');
      this.#emit('end', {reason});
    }
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
