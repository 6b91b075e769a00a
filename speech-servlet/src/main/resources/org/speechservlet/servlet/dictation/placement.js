import {adapterOf} from './targets.js';

/** Where a button stands that was put beside a field: next to it, or in its corner where there is no room. */

const SMALLEST_PX = 24;
const GAP_PX = 4;

/**
 * @typedef {'beside' | 'inside' | 'floating' | 'unseen'} Placed `floating` is inside too, taken out of a flex or grid
 *     container
 *
 * @typedef {object} Surroundings all lengths in CSS pixels
 * @property {number} width of the field, its margins included
 * @property {number} height
 * @property {number} room how wide the content of the field's parent may be
 * @property {string} display the field's
 * @property {string} parentDisplay of the field's parent
 * @property {string} hostDisplay of the button's parent
 * @property {number} size of the button
 */

/**
 * @param {Surroundings} surroundings
 * @returns {Placed}
 */
export function placedIn({width, height, room, display, parentDisplay, hostDisplay, size}) {
  if (width === 0 || height === 0) {
    return 'unseen';
  }
  const hasRoom = display.startsWith('inline') && !isArranging(parentDisplay) && room - width >= size + GAP_PX;
  if (hasRoom || height < SMALLEST_PX + GAP_PX) {
    return 'beside';
  }
  return isArranging(hostDisplay) ? 'floating' : 'inside';
}

/**
 * The last child of a flex or grid container stays the last one, by which style sheets often know it: its button comes
 * after the container. Within a label it comes after that, since it would be read as part of the field's name.
 *
 * @param {Element} field
 * @returns {Element} after which its button is put
 */
export function beforeButton(field) {
  let before = field.closest('label') ?? field;
  while (before.parentElement && before.parentElement !== document.body && !before.nextElementSibling
    && isArranging(getComputedStyle(before.parentElement).display)) {
    before = before.parentElement;
  }
  return before;
}

/** @param {string} display */
function isArranging(display) {
  return /(flex|grid)$/.test(display);
}

/** Keeps one button at its field, and the field's text clear of it. */
export class Placement {
  #host;
  #field;
  #paddingBefore;
  #observer = new ResizeObserver(() => this.update());

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} field
   */
  constructor(host, field) {
    this.#host = host;
    this.#field = field;
    this.#paddingBefore = field.style.paddingInlineEnd;
    this.#observer.observe(field);
    if (field.parentElement) {
      this.#observer.observe(field.parentElement);
    }
  }

  update() {
    this.#leave();
    const surroundings = this.#surroundings();
    const placed = this.#isReplaced ? 'beside' : placedIn(surroundings);
    this.#host.setAttribute('placed', placed);
    this.#host.toggleAttribute('tall', this.#field.localName !== 'input');
    if (placed === 'inside' || placed === 'floating') {
      this.#putInside(surroundings.size);
    }
  }

  /** Leaves the field as it was. */
  end() {
    this.#observer.disconnect();
    this.#leave();
  }

  /** So that the button's own size is measured, not the one that it was given. */
  #leave() {
    this.#field.style.paddingInlineEnd = this.#paddingBefore;
    this.#host.removeAttribute('placed');
    this.#host.style.removeProperty('--fit');
  }

  /** Whether an editor stands in the field's place. */
  get #isReplaced() {
    return this.#field.offsetWidth === 0 && adapterOf(this.#field) !== undefined;
  }

  /** @returns {Surroundings} */
  #surroundings() {
    const style = getComputedStyle(this.#field);
    const parent = /** @type {HTMLElement} */ (this.#field.parentElement ?? this.#field);
    const parentStyle = getComputedStyle(parent);
    return {
      width: this.#field.offsetWidth + sum(style.marginLeft, style.marginRight),
      height: this.#field.offsetHeight,
      room: parent.clientWidth - sum(parentStyle.paddingLeft, parentStyle.paddingRight),
      display: style.display,
      parentDisplay: parentStyle.display,
      hostDisplay: getComputedStyle(/** @type {Element} */ (this.#host.parentElement ?? parent)).display,
      size: this.#host.offsetWidth,
    };
  }

  /** @param {number} wanted the button's own size */
  #putInside(wanted) {
    const style = getComputedStyle(this.#field);
    const size = Math.max(SMALLEST_PX, Math.min(wanted, this.#field.offsetHeight - 2 * GAP_PX));
    const inset = this.#endInset(style, size);
    const {left, right, top, height} = this.#field.getBoundingClientRect();
    const x = style.direction === 'rtl' ? left + inset : right - inset - size;
    const y = this.#field.localName === 'input' ? top + (height - size) / 2 : top + GAP_PX;
    const origin = this.#host.getBoundingClientRect();
    this.#host.style.setProperty('--x', `${x - origin.left}px`);
    this.#host.style.setProperty('--y', `${y - origin.top}px`);
    this.#host.style.setProperty('--fit', `${size}px`);
  }

  /**
   * Makes room for the button in the field's padding, unless the field would grow by it. Where the padding is wide
   * already, something else stands there, such as the sign of a validation.
   *
   * @param {CSSStyleDeclaration} style
   * @param {number} size
   * @returns {number} how far from the field's end the button stands
   */
  #endInset(style, size) {
    const padding = Number.parseFloat(style.paddingInlineEnd) || 0;
    const {offsetWidth} = this.#field;
    const taken = padding >= SMALLEST_PX ? padding : GAP_PX;
    this.#field.style.paddingInlineEnd = `${taken + size + GAP_PX}px`;
    if (this.#field.offsetWidth !== offsetWidth) {
      this.#field.style.paddingInlineEnd = this.#paddingBefore;
    }
    return taken + this.#scrollbarWidth(style);
  }

  /** @param {CSSStyleDeclaration} style */
  #scrollbarWidth({borderLeftWidth, borderRightWidth}) {
    const {localName, offsetWidth, clientWidth} = this.#field;
    // An input has none, and in Firefox its client width lacks the padding.
    return localName === 'input' ? 0 : offsetWidth - clientWidth - sum(borderLeftWidth, borderRightWidth);
  }
}

/** @param {string[]} lengths */
function sum(...lengths) {
  return lengths.reduce((total, length) => total + (Number.parseFloat(length) || 0), 0);
}
