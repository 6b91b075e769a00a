import {ckeditor} from './adapter-ckeditor.js';
import {quill} from './adapter-quill.js';
import {tinymce} from './adapter-tinymce.js';
import {isWritable, kindOf} from './fields.js';
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
 * @property {(mark: any, text: string) => string} insert puts text at a mark, as one step that can be undone; returns
 *     what was taken
 * @property {() => void} close ends it
 *
 * @typedef {object} Adapter an editor that keeps its own idea of its text
 * @property {(field: Element) => boolean} owns whether the field is one of this editor's
 * @property {(field: Element) => boolean} isWritable whether text may be put into it now
 * @property {(field: Element) => EventTarget} [element] what one types into, if that is not the field
 * @property {(field: Element) => Target} targetFor
 */

/**
 * Asked in this order. A page may put its own in front.
 *
 * @type {Adapter[]}
 */
export const adapters = [ckeditor, tinymce, quill];

/**
 * @param {Element} field
 * @returns {boolean} whether it can be dictated into, now or when it is no longer read-only
 */
export function isDictatable(field) {
  return kindOf(field) !== null || adapterOf(field) !== undefined;
}

/**
 * @param {Element} field
 * @returns {boolean} whether text may be put into it now
 */
export function takesText(field) {
  return adapterOf(field)?.isWritable(field) ?? isWritable(field);
}

/**
 * @param {HTMLElement} field
 * @param {(focused: Element) => boolean} isOurs tells the elements from which the focus may be borrowed
 * @returns {Target | null} null where nothing can be inserted
 */
export function targetFor(field, isOurs) {
  const adapter = adapterOf(field);
  if (adapter) {
    return adapter.targetFor(field);
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

/** @param {Element} field */
export function adapterOf(field) {
  return adapters.find((adapter) => adapter.owns(field));
}
