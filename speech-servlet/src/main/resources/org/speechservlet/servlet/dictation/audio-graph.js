import {CaptureError} from './microphone.js';
import {ofMicrophone, problem} from './problems.js';
import {RawCapture} from './raw-capture.js';
import {RATE_HZ} from './wav.js';

const WORKLET = new URL('./worklet.js', import.meta.url);
const RAW_WORKLET = new URL('./raw-worklet.js', import.meta.url);

/**
 * @typedef {import('./phrase-cutter.js').PhraseRules} PhraseRules
 * @typedef {import('./raw-capture.js').CaptureNode} CaptureNode
 */

/**
 * An audio context at the recognizer's rate, to which the browser converts better than we do; it runs only when it is
 * made in the user's gesture.
 */
export function createContext() {
  try {
    return new AudioContext({sampleRate: RATE_HZ});
  } catch {
    return new AudioContext();
  }
}

/**
 * A microphone in an audio context, from where it can be heard. Some browsers take a stream only in a context of the
 * device's own rate (Firefox for long: bugzilla.mozilla.org/show_bug.cgi?id=1725336); then the context is another one
 * than the given one, which is closed, and the worklet changes the rate.
 *
 * @param {AudioContext} context
 * @param {MediaStream} stream
 * @returns {Promise<{context: AudioContext, source: MediaStreamAudioSourceNode}>}
 * @throws {CaptureError}
 */
export async function listen(context, stream) {
  try {
    return {context, source: context.createMediaStreamSource(stream)};
  } catch (error) {
    await context.close();
    return listenAtDeviceRate(stream, error);
  }
}

/** @param {MediaStream} stream @param {unknown} reason */
function listenAtDeviceRate(stream, reason) {
  const context = new AudioContext();
  context.resume().catch(() => undefined);
  try {
    return {context, source: context.createMediaStreamSource(stream)};
  } catch {
    context.close();
    throw new CaptureError(ofMicrophone(reason));
  }
}

/** Loads what runs on the audio thread; it can be loaded while the browser still asks. @param {AudioContext} context */
export function loadWorklet(context) {
  return context.audioWorklet.addModule(WORKLET);
}

/**
 * Lets the audio thread hear the microphone. Where its modules cannot import others, as in Firefox before 114 and perhaps
 * in Safari, the page cuts the phrases.
 *
 * @param {AudioContext} context
 * @param {Promise<void>} loaded
 * @param {AudioNode} source
 * @param {PhraseRules} rules
 * @returns {Promise<CaptureNode>}
 * @throws {CaptureError}
 */
export async function attachWorklet(context, loaded, source, rules) {
  try {
    await loaded;
    return attach(context, 'dictation-capture', source, rules);
  } catch {
    return attachRawWorklet(context, source, rules);
  }
}

/** @param {AudioContext} context @param {AudioNode} source @param {PhraseRules} rules */
async function attachRawWorklet(context, source, rules) {
  try {
    await context.audioWorklet.addModule(RAW_WORKLET);
    return new RawCapture(attach(context, 'dictation-raw', source, rules), context.sampleRate, rules);
  } catch (error) {
    throw new CaptureError(problem('internal', {detail: `${RAW_WORKLET.pathname} could not be loaded. ${error}`}));
  }
}

/**
 * The node needs no way to the loudspeaker.
 *
 * @param {AudioContext} context @param {string} processor @param {AudioNode} source @param {PhraseRules} rules
 */
function attach(context, processor, source, rules) {
  const worklet = new AudioWorkletNode(context, processor, {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
    processorOptions: rules,
  });
  source.connect(worklet);
  return worklet;
}
