import {wavHeader} from './wav.js';

/**
 * @typedef {object} PhraseFormat
 * @property {string} contentType
 * @property {(bodyBytes?: number) => Uint8Array} head what stands in front of the audio; its length never differs
 */

/** @type {PhraseFormat} */
export const WAV = {contentType: 'audio/wav', head: wavHeader};

/** @type {PhraseFormat} */
export const WEBM_OPUS = {contentType: 'audio/webm;codecs=opus', head: () => new Uint8Array(0)};

/** One phrase's audio: grows while it is spoken, and is kept until its text has come. */
export class Phrase {
  #format;
  /** @type {Uint8Array[]} */
  #pieces = [];
  #bodyBytes = 0;
  #isComplete = false;
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {number} number 1 for the first of a dictation @param {PhraseFormat} format */
  constructor(number, format) {
    this.number = number;
    this.#format = format;
  }

  get contentType() {
    return this.#format.contentType;
  }

  /** How many bytes stand in front of the audio. */
  get headBytes() {
    return this.#format.head().length;
  }

  /** How many bytes there are by now, with the head. */
  get size() {
    return this.headBytes + this.#bodyBytes;
  }

  get isComplete() {
    return this.#isComplete;
  }

  /** @param {Uint8Array} piece which is kept */
  append(piece) {
    this.#pieces.push(piece);
    this.#bodyBytes += piece.length;
    this.#wake();
  }

  complete() {
    this.#isComplete = true;
    this.#wake();
  }

  /** Resolves when there is more than so many bytes, or when no more will come. @param {number} bytes */
  async beyond(bytes) {
    while (this.size <= bytes && !this.#isComplete) {
      await new Promise((resolve) => this.#waiting.add(() => resolve(undefined)));
    }
  }

  /**
   * A part of it as it is sent while its length is not known.
   *
   * @param {number} from @param {number} to at most {@link size}
   */
  slice(from, to) {
    return slice([this.#format.head(), ...this.#pieces], from, to);
  }

  /** All of it, with a head that tells its length; to be called when it is complete. */
  whole() {
    return slice([this.#format.head(this.#bodyBytes), ...this.#pieces], 0, this.size);
  }

  #wake() {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    waiting.forEach((resolve) => resolve());
  }
}

/** @param {Uint8Array[]} pieces @param {number} from @param {number} to */
function slice(pieces, from, to) {
  const bytes = new Uint8Array(to - from);
  let start = 0;
  for (const piece of pieces) {
    const part = piece.subarray(Math.max(0, from - start), Math.max(0, to - start));
    if (part.length > 0) {
      bytes.set(part, Math.max(0, start - from));
    }
    start += piece.length;
  }
  return bytes;
}
