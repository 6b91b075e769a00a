/**
 * Where each phrase goes: to where the caret was when it began. A user who leaves the caret alone writes on and on; one
 * who puts it elsewhere before speaking again goes on there.
 */
export class PhraseMarks {
  #target;
  #latest;
  /** @type {Map<unknown, any>} */
  #ofPhrase = new Map();

  /**
   * @param {import('./targets.js').Target} target
   * @param {boolean} hasCaret false for a field that was never entered: there one begins at the end
   */
  constructor(target, hasCaret) {
    this.#target = target;
    this.#latest = hasCaret ? target.mark() : target.markEnd();
  }

  /** @param {unknown} phrase */
  begin(phrase) {
    if (!this.#target.isCaretAt(this.#latest)) {
      this.#latest = this.#target.mark();
    }
    this.#ofPhrase.set(phrase, this.#latest);
  }

  /** @param {unknown} phrase whose text comes late: later ones must not push its place away */
  hold(phrase) {
    this.#ofPhrase.set(phrase, this.#target.hold(this.of(phrase)));
  }

  /** Keeps the places of all phrases that are still to come, since another dictation begins. */
  holdAll() {
    this.#latest = this.#target.hold(this.#latest);
    for (const phrase of this.#ofPhrase.keys()) {
      this.#ofPhrase.set(phrase, this.#latest);
    }
  }

  /** @param {unknown} phrase */
  of(phrase) {
    return this.#ofPhrase.get(phrase) ?? this.#latest;
  }

  /** @param {unknown} phrase whose text stands in the field */
  forget(phrase) {
    this.#ofPhrase.delete(phrase);
  }
}
