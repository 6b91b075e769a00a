import {WAV} from './phrase.js';

/**
 * Takes what the audio thread tells about phrases, and gives them on in a format.
 *
 * @typedef {object} PhraseSource
 * @property {(phrase: number, isContinued: boolean) => void} started
 * @property {(phrase: number, bytes: Uint8Array) => void} audio 16-bit samples at 16 kHz
 * @property {(phrase: number, quietSeconds: number) => void} ended
 * @property {() => Promise<void>} finished all of it has been given on
 */

/** Phrases as the audio thread cut them, sample by sample. @implements {PhraseSource} */
export class PcmPhrases {
  #listener;

  /** @param {Pick<import('./capture.js').CaptureListener, 'started' | 'audio' | 'ended'>} listener */
  constructor(listener) {
    this.#listener = listener;
  }

  /** @param {number} phrase */
  started(phrase) {
    this.#listener.started(phrase, WAV);
  }

  /** @param {number} phrase @param {Uint8Array} bytes */
  audio(phrase, bytes) {
    this.#listener.audio(phrase, bytes);
  }

  /** @param {number} phrase */
  ended(phrase) {
    this.#listener.ended(phrase);
  }

  async finished() {}
}
