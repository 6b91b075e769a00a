import {activate, release} from './active-dictation.js';
import {withRegion} from './language.js';
import {endpointFor} from './page-endpoint.js';
import {errorOf, messageOf} from './recognition-errors.js';
import {
  RecognitionResult, RecognitionResultList, SpeechRecognitionErrorEvent, SpeechRecognitionEvent, alternativesOf,
} from './recognition-events.js';
import {DictationSession} from './session.js';

const EVENTS = ['audiostart', 'soundstart', 'speechstart', 'speechend', 'soundend', 'audioend', 'result', 'nomatch',
  'error', 'start', 'end'];

/** @typedef {(options: import('./session.js').SessionOptions) => DictationSession} CreateSession */

/**
 * SpeechRecognition as of the Web Speech API (draft of May 2026), for pages that were written for it. No words come
 * while one speaks.
 *
 * The order of events is start, audiostart, then for each phrase soundstart, speechstart, speechend, soundend, result,
 * and at last audioend, end. A result may come after audioend.
 */
export class SpeechRecognition extends EventTarget {
  lang = '';
  continuous = false;
  /** With it, each phrase comes as an interim result first, and as a final one right after. */
  interimResults = false;
  maxAlternatives = 1;
  processLocally = false;
  /** @type {unknown[]} */
  phrases = [];
  /** @type {unknown} */
  grammars = null;
  /** The servlet's mapping; without it, the one that dictation.js came from. @type {string | undefined} */
  endpoint;

  #create;
  /** @type {DictationSession | null} */
  #session = null;
  /** @type {RecognitionResult[]} */
  #results = [];
  /** @type {Set<string>} */
  #under = new Set();
  #hasError = false;
  #isAborted = false;
  #inPage = {stop: () => this.stop()};
  /** @type {Map<string, (event: any) => unknown>} */
  #handlers = new Map();

  /** @param {CreateSession} [create] */
  constructor(create = (options) => new DictationSession(options)) {
    super();
    this.#create = create;
    for (const name of EVENTS) {
      this.addEventListener(name, (event) => this.#handlers.get(name)?.call(this, event));
      Object.defineProperty(this, `on${name}`, {
        get: () => this.#handlers.get(name) ?? null,
        set: (handler) => this.#handle(name, handler),
        enumerable: true,
      });
    }
  }

  /**
   * @param {{langs?: string[], processLocally?: boolean}} [options]
   * @returns {Promise<'unavailable' | 'available'>} whether speech can go to the server; whether it answers, its first
   *     use tells
   */
  static async available({processLocally = false} = {}) {
    return !processLocally && globalThis.isSecureContext && 'mediaDevices' in navigator ? 'available' : 'unavailable';
  }

  /** @returns {Promise<boolean>} nothing can be installed in the browser */
  static async install() {
    return false;
  }

  /** @param {MediaStreamTrack} [track] heard in place of the microphone */
  start(track) {
    if (this.#session) {
      throw new DOMException('This recognition has already started.', 'InvalidStateError');
    }
    if (track && track.kind !== 'audio') {
      throw new TypeError('The track must be an audio track.');
    }
    if (track && track.readyState === 'ended') {
      throw new DOMException('The track has ended.', 'InvalidStateError');
    }
    const session = this.#create(this.#options(track));
    this.#session = session;
    this.#results = [];
    this.#hasError = false;
    this.#isAborted = false;
    this.#listenTo(session);
    const refusal = this.#refusal();
    if (refusal) {
      queueMicrotask(() => this.#refuse(refusal));
      return;
    }
    activate(this.#inPage);
    session.start();
  }

  /** Ends the recording; what was spoken is still recognized. */
  stop() {
    this.#session?.stop();
  }

  /** Ends it without further results. */
  abort() {
    this.#isAborted = this.#session !== null;
    this.#session?.cancel();
  }

  /**
   * @param {MediaStreamTrack} [track]
   * @returns {import('./session.js').SessionOptions}
   */
  #options(track) {
    const language = this.lang || globalThis.document?.documentElement.lang;
    return {
      endpoint: endpointFor(this.endpoint),
      ...(language && {language: withRegion(language)}),
      silenceTimeoutSeconds: this.continuous ? 60 : 8,
      ...(track && {track}),
    };
  }

  /**
   * @param {string} name
   * @param {unknown} handler
   */
  #handle(name, handler) {
    if (typeof handler === 'function') {
      this.#handlers.set(name, /** @type {any} */ (handler));
    } else {
      this.#handlers.delete(name);
    }
  }

  /** What the page asks for and only a recognizer in the browser could do. */
  #refusal() {
    if (this.processLocally) {
      const message = 'Speech is recognized on the server; set processLocally to false.';
      return {error: 'service-not-allowed', message};
    }
    return this.phrases.length > 0
      ? {error: 'phrases-not-supported', message: 'The server takes no phrases; leave them out.'}
      : null;
  }

  /** @param {{error: string, message: string}} refusal */
  #refuse(refusal) {
    this.#session = null;
    this.dispatchEvent(new SpeechRecognitionErrorEvent('error', refusal));
    this.dispatchEvent(new Event('end'));
  }

  /** @param {DictationSession} session */
  #listenTo(session) {
    /** @type {Record<string, (detail: any) => void>} */
    const handlers = {
      state: ({state}) => this.#state(state),
      speechstart: () => this.#begin('sound', 'speech'),
      speechend: () => this.#speechEnds(),
      text: ({text, result}) => this.#result(text, result),
      nothing: () => this.#tell('nomatch'),
      problem: (problem) => this.#error(errorOf(problem), messageOf(problem)),
      end: ({reason}) => this.#end(reason),
    };
    for (const [name, handle] of Object.entries(handlers)) {
      session.addEventListener(name, (event) => {
        const {detail} = /** @type {CustomEvent} */ (event);
        // Never within start(), stop() or abort(): pages prepare for an event right after they call these.
        queueMicrotask(() => session === this.#session && handle(detail));
      });
    }
  }

  /** @param {import('./session.js').SessionState} state */
  #state(state) {
    if (state === 'listening') {
      this.dispatchEvent(new Event('start'));
      this.#begin('audio');
    } else if (state === 'processing') {
      this.#finish('speech', 'sound', 'audio');
    }
  }

  #speechEnds() {
    this.#finish('speech', 'sound');
    if (!this.continuous) {
      this.stop();
    }
  }

  /**
   * @param {string} text
   * @param {unknown} answer
   */
  #result(text, answer) {
    const alternatives = alternativesOf(text, answer, this.maxAlternatives);
    if (this.interimResults) {
      // Whoever asks for them may take finals without one in between for the same phrase again.
      this.#tell('result', new RecognitionResult(alternatives, false));
    }
    const result = new RecognitionResult(alternatives, true);
    this.#tell('result', result);
    this.#results.push(result);
  }

  /**
   * @param {'result' | 'nomatch'} type
   * @param {RecognitionResult[]} news
   */
  #tell(type, ...news) {
    const results = new RecognitionResultList([...this.#results, ...news]);
    this.dispatchEvent(new SpeechRecognitionEvent(type, {resultIndex: this.#results.length, results}));
  }

  /**
   * @param {string} error
   * @param {string} message
   */
  #error(error, message) {
    this.#hasError = true;
    this.dispatchEvent(new SpeechRecognitionErrorEvent('error', {error, message}));
  }

  /** @param {string} reason */
  #end(reason) {
    this.#finish('speech', 'sound', 'audio');
    if (this.#isAborted) {
      this.#error('aborted', 'abort() was called.');
    } else if (reason === 'silence' && this.#results.length === 0 && !this.#hasError) {
      this.#error('no-speech', 'Nothing was said.');
    }
    release(this.#inPage);
    this.#session?.discardFailed();
    this.#session = null;
    this.dispatchEvent(new Event('end'));
  }

  /** @param {string[]} layers */
  #begin(...layers) {
    for (const layer of layers.filter((one) => !this.#under.has(one))) {
      this.#under.add(layer);
      this.dispatchEvent(new Event(`${layer}start`));
    }
  }

  /** @param {string[]} layers only what has begun can end */
  #finish(...layers) {
    for (const layer of layers.filter((one) => this.#under.delete(one))) {
      this.dispatchEvent(new Event(`${layer}end`));
    }
  }
}

/**
 * Makes SpeechRecognition the page's own, under both names. Where the browser has one, that is replaced: it would send
 * the speech to its maker.
 *
 * @param {object} [global]
 */
export function installSpeechRecognition(global = globalThis) {
  Object.assign(global, {
    SpeechRecognition,
    webkitSpeechRecognition: SpeechRecognition,
    SpeechRecognitionEvent,
    webkitSpeechRecognitionEvent: SpeechRecognitionEvent,
    SpeechRecognitionErrorEvent,
  });
}
