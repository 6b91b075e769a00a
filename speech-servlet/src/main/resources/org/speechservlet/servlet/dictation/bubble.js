import {element} from './dom.js';

const GAP_PX = 6;
const EDGE_PX = 8;

/** @typedef {{name: string, act: () => void}} Action */

/** What is shown below the button: a line while it listens, or a problem with what can be done about it. */
export class Bubble {
  #beside;
  #message = element('p', {class: 'message', part: 'status', dir: 'auto', 'aria-hidden': 'true'});
  #help = element('p', {class: 'help', dir: 'auto', 'aria-hidden': 'true'});
  #details = element('div', {class: 'details'});
  #actions = element('div', {class: 'actions'});
  node = element('div', {class: 'bubble', part: 'bubble', popover: 'manual', role: 'group', 'aria-labelledby': 'alert'},
    this.#message, this.#help, this.#details, this.#actions);
  #place = () => this.#putBeside();

  /** @param {HTMLElement} beside */
  constructor(beside) {
    this.#beside = beside;
  }

  /** @param {string} text */
  show(text) {
    this.#fill(text, '', [], '', []);
  }

  /**
   * @param {import('./problem-texts.js').ProblemText} problem
   * @param {string} detailsName
   * @param {Action[]} actions
   */
  showProblem({title, help, facts}, detailsName, actions) {
    this.#fill(title, help, facts, detailsName, actions);
  }

  hide() {
    if (this.node.hasAttribute('open')) {
      this.node.removeAttribute('open');
      this.node.hidePopover?.();
      removeEventListener('scroll', this.#place, true);
      removeEventListener('resize', this.#place);
    }
  }

  /**
   * @param {string} message
   * @param {string} help
   * @param {string[]} facts
   * @param {string} detailsName
   * @param {Action[]} actions
   */
  #fill(message, help, facts, detailsName, actions) {
    this.#message.textContent = message;
    this.#help.textContent = help;
    this.#details.replaceChildren(...(facts.length > 0 ? [detailsOf(detailsName, facts)] : []));
    this.#actions.replaceChildren(...actions.map(buttonFor));
    this.#open();
    this.#putBeside();
  }

  #open() {
    if (this.node.isConnected && !this.node.hasAttribute('open')) {
      this.node.setAttribute('open', '');
      this.node.showPopover?.();
      addEventListener('scroll', this.#place, true);
      addEventListener('resize', this.#place);
    }
  }

  #putBeside() {
    const anchor = this.#beside.getBoundingClientRect();
    const {width, height} = this.node.getBoundingClientRect();
    const {clientWidth, clientHeight} = document.documentElement;
    const isRightToLeft = getComputedStyle(this.#beside).direction === 'rtl';
    const left = isRightToLeft ? anchor.left : anchor.right - width;
    const above = anchor.top - GAP_PX - height;
    const below = anchor.bottom + GAP_PX;
    const top = below + height > clientHeight && above > 0 ? above : below;
    this.node.style.left = `${Math.max(EDGE_PX, Math.min(left, clientWidth - width - EDGE_PX))}px`;
    this.node.style.top = `${top}px`;
  }
}

/**
 * @param {string} name
 * @param {string[]} facts
 */
function detailsOf(name, facts) {
  const paragraphs = facts.map((fact) => element('p', {}, fact));
  return element('details', {part: 'details'}, element('summary', {}, name), ...paragraphs);
}

/** @param {Action} action */
function buttonFor({name, act}) {
  const button = element('button', {type: 'button', part: 'action'}, name);
  button.addEventListener('click', act);
  return button;
}
