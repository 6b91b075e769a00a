import {element} from './dom.js';

/** Quieter than this shows nothing, louder than 0 dB cannot be. */
const QUIETEST_DECIBEL = -55;

/** Shows how loud it is. It is for the eyes alone, and it stands still for who does not want motion. */
export class LevelBars {
  node = element('span', {class: 'meter', part: 'meter', 'aria-hidden': 'true'},
    element('span', {class: 'bar'}), element('span', {class: 'bar'}), element('span', {class: 'bar'}));

  /** @param {number} rms root mean square of the samples, 0 to 1 */
  show(rms) {
    this.node.style.setProperty('--level', String(shareOf(rms)));
  }
}

/**
 * @param {number} rms
 * @returns {number} 0 to 1, even to the ear
 */
export function shareOf(rms) {
  const decibel = rms > 0 ? 20 * Math.log10(rms) : -Infinity;
  return Math.round(Math.min(1, Math.max(0, 1 - decibel / QUIETEST_DECIBEL)) * 100) / 100;
}
