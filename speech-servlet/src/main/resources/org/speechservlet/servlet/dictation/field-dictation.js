import {activate, release} from './active-dictation.js';
import {tell} from './events.js';
import {Insertion} from './insertion.js';
import {problemText} from './problem-texts.js';
import {endingText, insertedText, noticeText} from './status-texts.js';
import {filledIn} from './texts.js';

/**
 * @typedef {object} Shown what a dictation needs of a button
 * @property {(state: import('./button-view.js').ShownState) => void} show
 * @property {(rms: number) => void} level
 * @property {(text: string) => void} say
 * @property {(text: string) => void} hint
 * @property {(problem: import('./problem-texts.js').ProblemText, details: string, actions: import('./bubble.js').Action[]) => void} problem
 * @property {() => void} leave
 * @property {() => void} quiet
 */

/** One dictation into one field: from the press of the button until the last word stands there. */
export class FieldDictation {
  #session;
  #place;
  #view;
  #insertion;
  #again;
  #isInFront = true;
  #hasProblem = false;
  #hasInserted = false;
  #isCounting = false;

  /**
   * @param {import('./session.js').DictationSession} session
   * @param {import('./insertion.js').Place} place
   * @param {Shown} view
   * @param {() => void} again begins a new dictation
   */
  constructor(session, place, view, again) {
    this.#session = session;
    this.#place = place;
    this.#view = view;
    this.#again = again;
    this.#insertion = new Insertion(place);
    this.#listen();
  }

  /** Whether the user's next press means this dictation. */
  get isListening() {
    return ['requesting', 'starting', 'listening'].includes(this.#session.state);
  }

  get isOver() {
    return this.#session.state === 'ended' && !this.#hasProblem;
  }

  /** @param {string | undefined} language */
  start(language) {
    if (tell(this.#place.field, 'dictation-start', {language})) {
      activate(this);
      this.#session.start();
    }
  }

  stop() {
    this.#session.stop();
  }

  cancel() {
    this.#session.cancel();
  }

  /** Leaves the button to the next dictation; the words still come, in front of that one's. */
  stepBack() {
    this.#isInFront = false;
    this.#insertion.holdAll();
  }

  #listen() {
    /** @type {Record<string, (detail: any) => void>} */
    const handlers = {
      state: ({state}) => this.#showState(state),
      level: ({rms}) => this.#isInFront && this.#view.level(rms),
      speechstart: ({phrase}) => this.#speechBegins(phrase),
      countdown: ({seconds}) => this.#countDown(seconds),
      text: (detail) => this.#insert(detail),
      nothing: ({phrase}) => this.#nothing(phrase),
      problem: (problem) => this.#problem(problem),
      healing: () => this.#say(this.#place.texts.healing),
      healed: () => this.#say(this.#place.texts.healed),
      notice: ({code}) => this.#say(noticeText(code, this.#place.texts)),
      end: ({reason}) => this.#end(reason),
    };
    for (const [name, handle] of Object.entries(handlers)) {
      this.#session.addEventListener(name, (event) => handle(/** @type {CustomEvent} */ (event).detail));
    }
  }

  /** @param {import('./session.js').DictationSession['state']} state */
  #showState(state) {
    if (!this.#isInFront || state === 'idle' || state === 'ended' || this.#hasProblem) {
      return;
    }
    this.#view.show(state);
    this.#say(this.#place.texts[state]);
  }

  /** @param {unknown} phrase */
  #speechBegins(phrase) {
    this.#isCounting = false;
    this.#insertion.begin(phrase);
    if (this.#isInFront && !this.#hasProblem) {
      this.#view.hint(this.#place.texts.listening);
    }
  }

  /** @param {number} seconds */
  #countDown(seconds) {
    const text = filledIn(this.#place.texts.countdown, {seconds});
    if (!this.#isInFront || this.#hasProblem) {
      return;
    }
    this.#isCounting ? this.#view.hint(text) : this.#view.say(text);
    this.#isCounting = true;
  }

  /** @param {{phrase: unknown, text: string, result: unknown}} detail */
  #insert({phrase, text, result}) {
    tell(this.#place.field, 'dictation-phrase', {phrase, text, result});
    const inserted = this.#insertion.insert(phrase, text);
    this.#hasInserted = true;
    this.#clearProblem();
    this.#say(insertedText(inserted, this.#place.texts));
  }

  /** @param {unknown} phrase */
  #nothing(phrase) {
    tell(this.#place.field, 'dictation-phrase', {phrase, text: '', result: null});
    this.#clearProblem();
    this.#say(this.#place.texts.nothing);
  }

  /** @param {import('./problem-texts.js').Problem} problem */
  #problem(problem) {
    const {texts, field} = this.#place;
    this.#hasProblem = true;
    if (problem.phrase !== undefined) {
      this.#insertion.hold(problem.phrase);
    }
    tell(field, 'dictation-error', problem);
    this.#view.show('problem');
    this.#view.problem(problemText(problem, texts), texts.details, this.#actions(problem));
  }

  /**
   * @param {import('./problem-texts.js').Problem} problem
   * @returns {import('./bubble.js').Action[]}
   */
  #actions({retryable}) {
    const {texts} = this.#place;
    const hasAudio = this.#session.failedPhrases > 0;
    const actions = retryable ? [{name: texts.tryAgain, act: () => this.#retry()}] : [];
    return [...actions, {name: hasAudio ? texts.discard : texts.close, act: () => this.#dismiss()}];
  }

  #retry() {
    const hasAudio = this.#session.failedPhrases > 0;
    this.#hasProblem = false;
    this.#view.quiet();
    if (hasAudio) {
      this.#view.show('processing');
      this.#say(this.#place.texts.processing);
      this.#session.retry();
    } else {
      this.#again();
    }
  }

  #dismiss() {
    this.#session.discardFailed();
    this.#hasProblem = false;
    this.#view.quiet();
    this.#view.show(this.#session.state === 'ended' ? 'idle' : /** @type {any} */ (this.#session.state));
    this.#closeIfOver();
  }

  /** A phrase that failed has come after all. */
  #clearProblem() {
    if (this.#hasProblem && this.#session.failedPhrases === 0) {
      this.#hasProblem = false;
      this.#view.quiet();
    }
    if (this.#session.state === 'ended' && !this.#hasProblem) {
      this.#view.show('idle');
      this.#view.leave();
      this.#closeIfOver();
    }
  }

  /** @param {string} reason */
  #end(reason) {
    release(this);
    tell(this.#place.field, 'dictation-end', {reason});
    if (this.#isInFront && !this.#hasProblem) {
      this.#view.show('idle');
      const text = endingText(reason, this.#hasInserted, this.#place.texts);
      text ? this.#say(text) : this.#view.quiet();
      this.#view.leave();
    }
    this.#closeIfOver();
  }

  #closeIfOver() {
    if (this.isOver) {
      this.#insertion.close();
    }
  }

  /** @param {string} text */
  #say(text) {
    if (text && this.#isInFront && !this.#hasProblem) {
      this.#view.say(text);
    }
  }
}
