import {activate, release} from './active-dictation.js';
import {tell} from './events.js';
import {Insertion} from './insertion.js';
import {problemText} from './problem-texts.js';
import {endingText, insertedText, noticeText} from './status-texts.js';
import {filledIn} from './texts.js';

/**
 * @typedef {import('./session.js').DictationSession} Session
 *
 * @typedef {object} Shown what a dictation needs of a button
 * @property {(state: import('./button-view.js').ShownState) => void} show
 * @property {(rms: number) => void} level
 * @property {(text: string) => void} say
 * @property {(text: string) => void} announce
 * @property {(text: string) => void} hint
 * @property {(problem: import('./problem-texts.js').ProblemText, details: string, actions:
 *     import('./bubble.js').Action[]) => void} problem
 * @property {() => void} solved
 * @property {() => void} leave
 * @property {() => void} quiet
 */

/** One dictation into one field: from the press of the button until the last word stands there. */
export class FieldDictation {
  #session;
  #place;
  #view;
  #again;
  #insertion;
  #isInFront = true;
  #hasProblem = false;
  #hasInserted = false;
  #isCounting = false;

  /**
   * @param {Session} session
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

  /** Whether the next press of the button means this dictation. */
  get isListening() {
    return ['requesting', 'starting', 'listening'].includes(this.#session.state);
  }

  /** @param {string | undefined} language */
  start(language) {
    if (tell(this.#place.field, 'dictation-start', {language})) {
      activate(this);
      this.#session.start();
    } else {
      this.#insertion.close();
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

  /** Gives up what failed, and says no more of it. */
  dismiss() {
    this.#session.discardFailed();
    this.#solved();
    this.#settle();
  }

  #listen() {
    /** @type {Record<string, (detail: any) => void>} */
    const handlers = {
      state: ({state}) => this.#showState(state),
      level: ({rms}) => this.#isInFront && this.#view.level(rms),
      speechstart: ({phrase}) => this.#speechBegins(phrase),
      countdown: ({seconds}) => this.#countDown(seconds),
      text: (detail) => this.#insert(detail),
      nothing: ({phrase, status}) => this.#nothing(phrase, status),
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

  /** @param {Session['state']} state */
  #showState(state) {
    if (this.#isInFront && state !== 'idle' && state !== 'ended') {
      this.#view.show(state);
      this.#say(this.#place.texts[state]);
    }
  }

  /** @param {unknown} phrase */
  #speechBegins(phrase) {
    this.#isCounting = false;
    this.#insertion.begin(phrase);
    if (this.#isInFront) {
      this.#view.quiet();
    }
  }

  /** @param {number} seconds heard once, seen as it goes */
  #countDown(seconds) {
    const text = filledIn(this.#place.texts.countdown, {seconds});
    if (this.#isInFront) {
      this.#isCounting ? this.#view.hint(text) : this.#view.say(text);
    }
    this.#isCounting = true;
  }

  /** @param {{phrase: unknown, text: string, result: unknown}} detail */
  #insert({phrase, text, result}) {
    tell(this.#place.field, 'dictation-phrase', {phrase, text, result});
    const inserted = this.#insertion.insert(phrase, text);
    this.#hasInserted = true;
    if (inserted.kind === 'full') {
      this.#answered(insertedText(inserted, text, this.#place.texts));
    } else {
      this.#announce(insertedText(inserted, text, this.#place.texts));
    }
  }

  /**
   * @param {unknown} phrase
   * @param {string} status
   */
  #nothing(phrase, status) {
    tell(this.#place.field, 'dictation-phrase', {phrase, text: '', result: {RecognitionStatus: status}});
    this.#answered(this.#place.texts.nothing);
  }

  /** @param {string} text what is to be said of a phrase that has its answer */
  #answered(text) {
    this.#succeeded();
    this.#say(text);
    this.#settle();
  }

  /** @param {string} text what stands in the field, where a bubble would only cover it */
  #announce(text) {
    this.#succeeded();
    if (this.#isInFront) {
      this.#view.announce(text);
    }
    this.#settle();
  }

  #succeeded() {
    if (this.#session.failedPhrases === 0) {
      this.#solved();
    }
  }

  /** @param {import('./problem-texts.js').Problem} problem */
  #problem(problem) {
    const {texts, field} = this.#place;
    this.#hasProblem = true;
    if (problem.phrase !== undefined) {
      this.#insertion.hold(problem.phrase);
    }
    tell(field, 'dictation-error', problem);
    this.#view.problem(problemText(problem, texts), texts.details, this.#actions(problem.retryable));
    this.#settle();
  }

  /**
   * @param {boolean} isRetryable
   * @returns {import('./bubble.js').Action[]}
   */
  #actions(isRetryable) {
    const {texts} = this.#place;
    const hasAudio = this.#session.failedPhrases > 0;
    const dismissal = {name: hasAudio ? texts.discard : texts.close, act: () => this.dismiss()};
    return isRetryable ? [{name: texts.tryAgain, act: () => this.#retry()}, dismissal] : [dismissal];
  }

  #retry() {
    const hasAudio = this.#session.failedPhrases > 0;
    this.#solved();
    if (!hasAudio) {
      this.#again();
      return;
    }
    if (this.#isInFront && !this.isListening) {
      this.#view.show('processing');
    }
    this.#say(this.#place.texts.processing);
    this.#session.retry();
  }

  #solved() {
    if (this.#hasProblem) {
      this.#hasProblem = false;
      this.#view.solved();
    }
  }

  /** @param {string} reason */
  #end(reason) {
    release(this);
    tell(this.#place.field, 'dictation-end', {reason});
    const text = endingText(reason, this.#hasInserted, this.#place.texts);
    text ? this.#say(text) : this.#isInFront && this.#view.quiet();
    this.#settle();
  }

  /** Once nothing more comes, the button rests, or shows that something is to be decided. */
  #settle() {
    if (this.#session.state !== 'ended') {
      return;
    }
    if (this.#isInFront) {
      this.#view.show(this.#hasProblem ? 'problem' : 'idle');
      this.#view.leave();
    }
    if (!this.#hasProblem) {
      this.#insertion.close();
    }
  }

  /** @param {string} text */
  #say(text) {
    if (text && this.#isInFront) {
      this.#view.say(text);
    }
  }
}
