import {WEBM_OPUS} from './phrase.js';

const BITS_PER_SECOND = 24_000;
const SLICE_MS = 250;

/** By how much the recorders hear later than the audio thread, which needs some time to tell speech from a click. */
const DELAY_SECONDS = 0.5;

/** The silence behind the last word that is recorded with it. */
const TAIL_SECONDS = 0.1;

/**
 * @typedef {import('./pcm-phrases.js').PhraseSource} PhraseSource
 * @typedef {Pick<import('./capture.js').CaptureListener, 'started' | 'audio' | 'ended'>} Listener
 */

/** Whether the browser records what the server can re-wrap: Chromium, Firefox, and Safari from 18.4 on. */
export function canRecordOpus() {
  return globalThis.MediaRecorder?.isTypeSupported?.(WEBM_OPUS.contentType) ?? false;
}

/**
 * Phrases for a slow line: the audio thread says when somebody speaks, and one recorder for each phrase hears the same
 * half a second later, so that it also hears what told the audio thread that speech has begun.
 *
 * @implements {PhraseSource}
 */
export class OpusPhrases {
  #stream;
  #timers;
  #listener;
  /** Settled when the recorder of the last phrase has ended. @type {Promise<unknown>} */
  #lastEnd = Promise.resolve();
  /** @type {PhraseRecorder | null} */
  #recorder = null;
  #handedOver = Promise.resolve();

  /**
   * @param {MediaStream} stream what the audio thread hears, {@link delayed}
   * @param {import('./timing.js').Timers} timers
   * @param {Listener} listener
   */
  constructor(stream, timers, listener) {
    this.#stream = stream;
    this.#timers = timers;
    this.#listener = listener;
  }

  /** @param {number} phrase @param {boolean} isContinued begins where the last one ends, which is still to come */
  started(phrase, isContinued) {
    const recorder = new PhraseRecorder(this.#stream, phrase, this.#listener);
    this.#recorder = recorder;
    this.#listener.started(phrase, WEBM_OPUS);
    (isContinued ? this.#lastEnd : Promise.resolve()).then(() => recorder.start());
  }

  audio() {}

  /** @param {number} _phrase @param {number} quietSeconds of which the recorder has not heard all */
  ended(_phrase, quietSeconds) {
    const recorder = this.#recorder;
    const restMs = 1000 * Math.max(0, DELAY_SECONDS + TAIL_SECONDS - quietSeconds);
    this.#lastEnd = new Promise((resolve) => this.#timers.set(() => resolve(undefined), restMs));
    const end = this.#lastEnd.then(() => recorder?.stop());
    this.#handedOver = Promise.all([this.#handedOver, end]).then(() => undefined);
  }

  finished() {
    return this.#handedOver;
  }
}

/** The source in mono, half a second later. @param {AudioNode} source */
export function delayed(source) {
  const {context} = source;
  const delay = new DelayNode(context, {delayTime: DELAY_SECONDS, maxDelayTime: DELAY_SECONDS});
  const mono = /** @type {AudioContext} */ (context).createMediaStreamDestination();
  mono.channelCount = 1;
  mono.channelCountMode = 'explicit';
  source.connect(delay).connect(mono);
  return mono.stream;
}

/** Records one phrase, and hands over its pieces in order. */
class PhraseRecorder {
  #recorder;
  #phrase;
  #listener;
  /** Blobs give up their bytes one after the other. */
  #handedOver = Promise.resolve();
  #stopped;

  /** @param {MediaStream} stream @param {number} phrase @param {Listener} listener */
  constructor(stream, phrase, listener) {
    this.#phrase = phrase;
    this.#listener = listener;
    this.#recorder = new MediaRecorder(stream, {
      mimeType: WEBM_OPUS.contentType,
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    this.#recorder.ondataavailable = ({data}) => this.#handOver(data);
    this.#stopped = new Promise((resolve) => {
      this.#recorder.onstop = resolve;
      this.#recorder.onerror = resolve;
    });
  }

  start() {
    this.#recorder.start(SLICE_MS);
  }

  /** Resolves when all of the phrase has been handed over. */
  async stop() {
    if (this.#recorder.state !== 'inactive') {
      this.#recorder.stop();
      await this.#stopped;
    }
    await this.#handedOver;
    this.#listener.ended(this.#phrase);
  }

  /** @param {Blob} blob which may be empty */
  #handOver(blob) {
    this.#handedOver = this.#handedOver.then(async () => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      if (bytes.length > 0) {
        this.#listener.audio(this.#phrase, bytes);
      }
    });
  }
}
