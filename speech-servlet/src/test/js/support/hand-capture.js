import {WAV} from '../../../main/resources/org/speechservlet/servlet/dictation/phrase.js';
import {bytes} from './phrases.js';

/**
 * A microphone in the hand of a test.
 *
 * @typedef {import('../../../main/resources/org/speechservlet/servlet/dictation/capture.js').CaptureListener} CaptureListener
 * @typedef {import('../../../main/resources/org/speechservlet/servlet/dictation/capture.js').CaptureOptions} CaptureOptions
 */
export class HandCapture {
  isOn = false;
  isClosed = false;
  /** The phrase that the audio thread will end when it is told to stop. */
  openPhrase = 0;
  phrases = 0;
  /** @type {CaptureOptions | null} */
  options = null;
  /** @type {CaptureListener} */
  listener = /** @type {any} */ (null);
  /** @type {(capture: HandCapture) => void} */
  #give = () => {};
  /** @type {(error: unknown) => void} */
  #refuse = () => {};

  /** @type {typeof import('../../../main/resources/org/speechservlet/servlet/dictation/capture.js').openCapture} */
  open = (options, listener, signal) => {
    Object.assign(this, {options, listener});
    return new Promise((resolve, reject) => {
      this.#give = resolve;
      this.#refuse = reject;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };

  /** The user allows the microphone. */
  allow() {
    this.isOn = true;
    this.listener.opened();
    this.#give(this);
  }

  /** @param {unknown} error */
  refuse(error) {
    this.#refuse(error);
  }

  async stop() {
    if (this.openPhrase > 0) {
      this.fallSilent();
    }
    this.close();
  }

  close() {
    this.isOn = false;
    this.isClosed = true;
  }

  /** A tenth of a second. */
  level({rms = 0.1, isZero = false, remainingSeconds = Infinity} = {}) {
    this.listener.level({rms, isZero, isSpeaking: this.openPhrase > 0, remainingSeconds});
  }

  /** Somebody begins to speak. */
  speak(length = 1000) {
    this.openPhrase = ++this.phrases;
    this.listener.started(this.openPhrase, WAV);
    this.listener.audio(this.openPhrase, bytes(0, length));
  }

  fallSilent() {
    this.listener.ended(this.openPhrase);
    this.openPhrase = 0;
  }
}
