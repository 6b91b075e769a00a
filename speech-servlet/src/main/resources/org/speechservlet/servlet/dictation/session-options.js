/**
 * @typedef {object} SessionOptions
 * @property {string} endpoint the servlet's mapping, with a trailing slash
 * @property {string} [language] BCP 47; without it the server's default
 * @property {'pcm' | 'opus'} [encoding] 16-bit WAV at 16 kHz, or WebM/Opus for a slow line; `pcm` by default, and where
 *     the browser cannot do the other
 * @property {'live' | 'phrase'} [upload] while one speaks, or each phrase at its end; `live` by default
 * @property {number} [pauseSeconds] the silence that ends a phrase; 0.8 by default
 * @property {number} [silenceTimeoutSeconds] the silence that ends the dictation, Infinity for never; 30 by default
 * @property {number} [maxPhraseSeconds] the longest phrase; 55 by default
 * @property {MediaTrackConstraints} [constraints] in addition to one channel, echo cancellation, noise suppression and
 *     gain control
 * @property {MediaStreamTrack} [track] used instead of the microphone
 */

const DEFAULTS = /** @type {const} */ ({
  encoding: 'pcm',
  upload: 'live',
  pauseSeconds: 0.8,
  silenceTimeoutSeconds: 30,
  maxPhraseSeconds: 55,
});

/** @param {SessionOptions} options */
export function withDefaults(options) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return {...DEFAULTS, .../** @type {SessionOptions} */ (Object.fromEntries(given))};
}
