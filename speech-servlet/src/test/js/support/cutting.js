import {FRAME_SAMPLES} from '../../../main/resources/org/speechservlet/servlet/dictation/frame-level.js';
import {PhraseCutter} from '../../../main/resources/org/speechservlet/servlet/dictation/phrase-cutter.js';
import {joined} from './sounds.js';

/**
 * A phrase as it was cut out of a recording, in samples.
 *
 * @typedef {object} CutPhrase
 * @property {Float32Array} samples
 * @property {boolean} isContinued
 * @property {number} from where it begins in the recording
 * @property {number} to where it ends
 * @property {number} begunAt how much had been heard when it began
 * @property {number} endedAt how much had been heard when it ended
 */

/**
 * Cuts a recording as the audio thread does.
 *
 * @param {Float32Array} recording
 * @param {Partial<import('../../../main/resources/org/speechservlet/servlet/dictation/phrase-cutter.js').PhraseRules>} [rules]
 * @param {(heard: number, released: number) => void} [watch] sees with each frame how much is known to belong to a phrase
 * @returns {CutPhrase[]}
 */
export function cut(recording, rules = {}, watch = () => {}) {
  /** @type {CutPhrase[]} */
  const phrases = [];
  /** @type {Float32Array[]} */
  let pieces = [];
  let heard = 0;
  let released = 0;
  const cutter = new PhraseCutter(
    {pauseSeconds: 0.8, maxPhraseSeconds: 55, canHoldBack: true, ...rules},
    {
      started(_, isContinued) {
        pieces = [];
        phrases.push({samples: recording, isContinued, from: 0, to: 0, begunAt: heard, endedAt: 0});
      },
      audio(_, samples) {
        pieces.push(samples);
        released += samples.length;
      },
      ended(number) {
        const samples = joined(...pieces);
        const from = placeOf(samples, recording, phrases[number - 2]?.to ?? 0);
        Object.assign(phrases[number - 1], {samples, from, to: from + samples.length, endedAt: heard});
      },
    },
  );
  while (heard + FRAME_SAMPLES <= recording.length) {
    heard += FRAME_SAMPLES;
    cutter.accept(recording.slice(heard - FRAME_SAMPLES, heard));
    watch(heard, released);
  }
  cutter.finish();
  return phrases;
}

/** Where in the recording exactly these samples lie; -1 where they do not. */
function placeOf(/** @type {Float32Array} */ part, /** @type {Float32Array} */ whole, /** @type {number} */ from) {
  for (let at = from; at + part.length <= whole.length; at += FRAME_SAMPLES) {
    if (part.every((sample, i) => sample === whole[at + i])) {
      return at;
    }
  }
  return -1;
}
