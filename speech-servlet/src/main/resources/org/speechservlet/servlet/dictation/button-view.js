import {Bubble} from './bubble.js';
import {element} from './dom.js';
import {icon} from './icon.js';
import {LevelBars} from './level-bars.js';
import {LiveRegions} from './live-regions.js';
import {styleSheet} from './styles.js';

/** How long a sentence stays in sight once the dictation is over. */
const READING_TIME_MS = 5000;

/**
 * @typedef {'idle' | 'requesting' | 'starting' | 'listening' | 'processing' | 'problem'} ShownState
 */

/** What one sees and hears of a button. */
export class ButtonView {
  #host;
  #bars = new LevelBars();
  #regions = new LiveRegions();
  #hasProblem = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;
  button = element('button', {type: 'button', part: 'button', class: 'button', 'aria-pressed': 'false'},
    icon(), this.#bars.node);
  #bubble = new Bubble(this.button);

  /**
   * @param {HTMLElement} host
   * @param {ShadowRoot} root
   */
  constructor(host, root) {
    this.#host = host;
    root.adoptedStyleSheets = [styleSheet()];
    root.append(this.button, this.#bubble.node, ...this.#regions.nodes);
    // The field keeps the focus and its caret while the mouse presses the button.
    root.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /**
   * @param {string} name what a screen reader calls the button, in every state
   * @param {string} title
   * @param {string} keys as aria-keyshortcuts; empty if there are none
   */
  name(name, title, keys) {
    this.button.setAttribute('aria-label', name);
    this.button.title = title;
    keys ? this.button.setAttribute('aria-keyshortcuts', keys) : this.button.removeAttribute('aria-keyshortcuts');
  }

  /** @param {ShownState} state */
  show(state) {
    this.#host.setAttribute('state', state);
    this.button.setAttribute('aria-pressed', String(['requesting', 'starting', 'listening'].includes(state)));
    this.#bars.show(0);
  }

  /** @param {number} rms */
  level(rms) {
    this.#bars.show(rms);
  }

  /** @param {string} text to be read and heard */
  say(text) {
    this.#regions.say(text);
    this.hint(text);
  }

  /** @param {string} text to be heard only, since it is in sight elsewhere; what was to be read is over */
  announce(text) {
    this.#regions.say(text);
    this.quiet();
  }

  /** @param {string} text to be read only, since it comes too often to be heard; a problem is not covered by it */
  hint(text) {
    if (!this.#hasProblem) {
      clearTimeout(this.#leaving);
      this.#bubble.show(text);
    }
  }

  /**
   * @param {import('./problem-texts.js').ProblemText} problem
   * @param {string} detailsName
   * @param {import('./bubble.js').Action[]} actions
   */
  problem(problem, detailsName, actions) {
    clearTimeout(this.#leaving);
    this.#hasProblem = true;
    this.#regions.alert(`${problem.title} ${problem.help}`);
    this.#bubble.showProblem(problem, detailsName, actions);
  }

  /** The problem is over. The focus does not fall out of the page with the bubble that it was in. */
  solved() {
    if (this.#hasProblem) {
      this.#hasProblem = false;
      this.#regions.alert('');
      this.#hide();
    }
  }

  /** Lets the last sentence be read, then goes. */
  leave() {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.quiet(), READING_TIME_MS);
  }

  quiet() {
    if (!this.#hasProblem) {
      clearTimeout(this.#leaving);
      this.#hide();
    }
  }

  #hide() {
    const hadFocus = this.#bubble.node.matches(':focus-within');
    this.#bubble.hide();
    if (hadFocus) {
      this.button.focus({preventScroll: true});
    }
  }
}
