import {kindOf} from './fields.js';
import {RichTarget} from './rich-target.js';
import {ValueTarget} from './value-target.js';

/**
 * A place for text. What a mark is, only the target that made it knows.
 *
 * @typedef {object} Target
 * @property {() => any} mark the caret or the selection as it is
 * @property {() => any} markEnd the end of the text
 * @property {(mark: any) => any} hold the same place, for a phrase that comes late
 * @property {(mark: any) => boolean} isCaretAt false once the user has put the caret somewhere else
 * @property {(mark: any) => {before: string, after: string}} around the text around a mark
 * @property {(mark: any, text: string) => string} insert puts text at a mark, as one step that can be undone; returns what was taken
 * @property {() => void} close ends it
 *
 * @typedef {object} Adapter an editor that keeps its own idea of its text
 * @property {(field: Element) => Target | null} targetFor null where the field is none of this editor's
 */

/** @type {Adapter[]} */
export const adapters = [];

/**
 * @param {HTMLElement} field
 * @param {(focused: Element) => boolean} isOurs tells the elements from which the focus may be borrowed
 * @returns {Target | null} null where nothing can be inserted
 */
export function targetFor(field, isOurs) {
  for (const adapter of adapters) {
    const target = adapter.targetFor(field);
    if (target) {
      return target;
    }
  }
  switch (kindOf(field)) {
    case 'line':
    case 'lines':
      return new ValueTarget(/** @type {import('./fields.js').ValueField} */ (field), isOurs);
    case 'rich':
      return new RichTarget(field, isOurs);
    default:
      return null;
  }
}
