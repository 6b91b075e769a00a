import {kindOf} from './fields.js';
import {languageAround, withRegion} from './language.js';

const SILENCE_TIMEOUT_SECONDS = {line: 5, lines: 30, rich: 30};

/**
 * Options by their attributes' names: on the button, as `data-dictation-…` on the field or anything around it, or given
 * to attach().
 *
 * @typedef {Record<string, string | undefined>} Options
 * @typedef {(name: string) => string | null} Read
 */

/**
 * @param {Element} button
 * @param {Element | null} field
 * @param {Options} given
 * @returns {Read}
 */
export function optionsOf(button, field, given) {
  return (name) => button.getAttribute(name)
    ?? (field ?? button).closest(`[data-dictation-${name}]`)?.getAttribute(`data-dictation-${name}`)
    ?? given[name]
    ?? null;
}

/**
 * @param {Read} read
 * @param {Element} field
 * @param {string} endpoint
 * @returns {import('./session.js').SessionOptions}
 */
export function sessionOptions(read, field, endpoint) {
  const language = read('language') || languageAround(field);
  const pauseSeconds = seconds(read('pause'));
  return {
    endpoint,
    ...(language && {language: withRegion(language)}),
    encoding: isOn(read('low-bandwidth')) ? 'opus' : 'pcm',
    upload: read('upload') === 'phrase' ? 'phrase' : 'live',
    silenceTimeoutSeconds: silenceTimeout(read, field),
    ...(pauseSeconds && {pauseSeconds}),
    ...(isOff(read('noise-suppression')) && {constraints: {noiseSuppression: false}}),
  };
}

/**
 * @param {Read} read
 * @param {Element} field
 */
function silenceTimeout(read, field) {
  const written = read('silence-timeout');
  if (read('mode') === 'hold' || isOff(written)) {
    return Infinity;
  }
  return seconds(written) ?? SILENCE_TIMEOUT_SECONDS[kindOf(field) ?? 'rich'];
}

/** @param {string | null} written */
function seconds(written) {
  const number = Number.parseFloat(written ?? '');
  return number > 0 ? number : undefined;
}

/** @param {string | null} written an attribute without a value is on too */
function isOn(written) {
  return written !== null && !isOff(written);
}

/** @param {string | null} written */
export function isOff(written) {
  return /^(none|off|false|no)$/i.test(written ?? '');
}
