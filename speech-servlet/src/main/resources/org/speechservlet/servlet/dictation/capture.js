import {attachWorklet, createContext, listen, loadWorklet} from './audio-graph.js';
import {CaptureError, obstacle, openMicrophone, turnOff} from './microphone.js';
import {OpusPhrases, canRecordOpus, delayed} from './opus-phrases.js';
import {PcmPhrases} from './pcm-phrases.js';
import {SYSTEM_TIMERS} from './timing.js';
import {WorkletCapture} from './worklet-capture.js';

/**
 * @typedef {{rms: number, isZero: boolean, isSpeaking: boolean, remainingSeconds: number}} Level
 *
 * @typedef {object} CaptureListener
 * @property {() => void} opened the microphone was given
 * @property {(level: Level) => void} level ten times a second
 * @property {(phrase: number, format: import('./phrase.js').PhraseFormat) => void} started
 * @property {(phrase: number, bytes: Uint8Array) => void} audio
 * @property {(phrase: number) => void} ended
 * @property {(isMuted: boolean) => void} muted
 * @property {() => void} lost no more audio will come
 *
 * @typedef {object} CaptureOptions
 * @property {'pcm' | 'opus'} encoding `pcm` is taken where the browser cannot do the other
 * @property {number} pauseSeconds the silence that ends a phrase
 * @property {number} maxPhraseSeconds the longest phrase
 * @property {MediaTrackConstraints} [constraints]
 * @property {MediaStreamTrack} [track] used instead of the microphone, and left as it is
 *
 * @typedef {object} Capture
 * @property {() => Promise<void>} stop ends the phrase that is open, hands it over, and turns the microphone off
 * @property {() => void} close turns the microphone off at once
 */

/**
 * Opens the microphone. To be called in the user's gesture.
 *
 * @param {CaptureOptions} options
 * @param {CaptureListener} listener
 * @param {AbortSignal} signal
 * @returns {Promise<Capture>}
 * @throws {CaptureError} or the signal's reason; then the microphone is off again
 */
export async function openCapture(options, listener, signal) {
  const problem = obstacle(globalThis);
  if (problem) {
    throw new CaptureError(problem);
  }
  const context = createContext();
  context.resume().catch(() => undefined);
  const loaded = loadWorklet(context);
  loaded.catch(() => undefined); // it is awaited later, if at all
  try {
    const stream = await open(options, signal);
    listener.opened();
    return await connect({context, loaded, stream}, options, listener, signal);
  } catch (error) {
    closeUnlessClosed(context);
    throw error;
  }
}

/** @param {CaptureOptions} options @param {AbortSignal} signal @returns {Promise<MediaStream>} */
async function open({constraints, track}, signal) {
  return track ? new MediaStream([track]) : openMicrophone(constraints, navigator.mediaDevices, signal);
}

/**
 * @param {{context: AudioContext, loaded: Promise<void>, stream: MediaStream}} opened
 * @param {CaptureOptions} options
 * @param {CaptureListener} listener
 * @param {AbortSignal} signal
 */
async function connect(opened, options, listener, signal) {
  const {stream} = opened;
  const release = options.track ? () => undefined : () => turnOff(stream);
  let {context} = opened;
  try {
    const heard = await listen(context, stream);
    const loaded = heard.context === context ? opened.loaded : loadWorklet(heard.context);
    context = heard.context;
    await loaded;
    signal.throwIfAborted();
    const isOpus = options.encoding === 'opus' && canRecordOpus();
    const phrases = isOpus ? new OpusPhrases(delayed(heard.source), SYSTEM_TIMERS, listener) : new PcmPhrases(listener);
    const {pauseSeconds, maxPhraseSeconds} = options;
    const worklet = attachWorklet(context, heard.source, {pauseSeconds, maxPhraseSeconds, canHoldBack: !isOpus});
    const [track] = stream.getAudioTracks();
    return new WorkletCapture({context, worklet, track, release, timers: SYSTEM_TIMERS}, phrases, listener);
  } catch (error) {
    release();
    closeUnlessClosed(context);
    throw error;
  }
}

/** @param {AudioContext} context */
function closeUnlessClosed(context) {
  if (context.state !== 'closed') {
    context.close();
  }
}
