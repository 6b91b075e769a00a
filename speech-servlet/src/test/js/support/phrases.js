import {Phrase, WAV} from '../../../main/resources/org/speechservlet/servlet/dictation/phrase.js';

/** So many bytes that tell their place. @param {number} from @param {number} to */
export function bytes(from, to) {
  return Uint8Array.from({length: to - from}, (_, i) => (from + i) % 251);
}

/** A phrase of so many bytes of audio. @param {number} number @param {number} length */
export function spoken(number, length) {
  const phrase = new Phrase(number, WAV);
  phrase.append(bytes(0, length));
  phrase.complete();
  return phrase;
}
