import {CopyOffer} from './copy-offer.js';
import {tell} from './events.js';
import {fitted} from './fitting.js';
import {kindOf} from './fields.js';
import {PhraseMarks} from './phrase-marks.js';
import {isDictatable, takesText, targetFor} from './targets.js';

/**
 * @typedef {{kind: 'inserted' | 'full', text: string} | {kind: 'taken-over' | 'offered'}} Inserted
 *
 * @typedef {object} Place
 * @property {HTMLElement} field
 * @property {boolean} hasCaret whether the field was ever entered
 * @property {(focused: Element) => boolean} isOurs
 * @property {Omit<import('./fitting.js').Fitting, 'oneLine'>} fitting
 * @property {import('./texts.js').Texts} texts
 */

/** Brings one dictation's phrases into its field, wherever that has gone meanwhile. */
export class Insertion {
  #place;
  #field;
  /** @type {import('./targets.js').Target | null} */
  #target = null;
  /** @type {PhraseMarks | null} */
  #marks = null;
  /** By the reason why. @type {Map<string, CopyOffer>} */
  #offers = new Map();

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#field = place.field;
    this.#enter(place.hasCaret);
  }

  /** @param {unknown} phrase that begins to be spoken */
  begin(phrase) {
    this.#marks?.begin(phrase);
  }

  /** @param {unknown} phrase whose text comes late */
  hold(phrase) {
    this.#marks?.hold(phrase);
  }

  holdAll() {
    this.#marks?.holdAll();
  }

  /**
   * @param {unknown} phrase
   * @param {string} text
   * @returns {Inserted}
   */
  insert(phrase, text) {
    if (!this.#field.isConnected && !this.#findAgain()) {
      this.#offerCopy(this.#place.texts.fieldGone, text);
      return {kind: 'offered'};
    }
    if (!tell(this.#field, 'dictation-insert', {text, target: this.#field, final: true})) {
      return {kind: 'taken-over'};
    }
    return this.#put(phrase, text);
  }

  close() {
    this.#target?.close();
  }

  /**
   * @param {unknown} phrase
   * @param {string} text
   * @returns {Inserted}
   */
  #put(phrase, text) {
    if (!this.#target || !this.#marks || !takesText(this.#field)) {
      this.#offerCopy(this.#place.texts.fieldRefuses, text);
      return {kind: 'offered'};
    }
    const mark = this.#marks.of(phrase);
    const oneLine = kindOf(this.#field) === 'line';
    const whole = fitted(text, this.#target.around(mark), {...this.#place.fitting, oneLine});
    const taken = this.#target.insert(mark, whole);
    this.#marks.forget(phrase);
    if (taken.length === whole.length) {
      return {kind: 'inserted', text: taken.trim()};
    }
    this.#offerCopy(this.#place.texts.fieldFull, whole.slice(taken.length).trim());
    return {kind: 'full', text: taken.trim()};
  }

  /** A partial update often puts a new element with the same id in the place of the old one. */
  #findAgain() {
    const again = this.#field.id ? document.getElementById(this.#field.id) : null;
    if (!again || !isDictatable(again)) {
      return false;
    }
    this.#target?.close();
    this.#field = again;
    this.#enter(false);
    return true;
  }

  /** @param {boolean} hasCaret */
  #enter(hasCaret) {
    this.#target = targetFor(this.#field, this.#place.isOurs);
    this.#marks = this.#target && new PhraseMarks(this.#target, hasCaret);
  }

  /**
   * @param {string} why
   * @param {string} text
   */
  #offerCopy(why, text) {
    const offer = this.#offers.get(why) ?? new CopyOffer(why, this.#place.texts);
    this.#offers.set(why, offer);
    offer.add(text);
  }
}
