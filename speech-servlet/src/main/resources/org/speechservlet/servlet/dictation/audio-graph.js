import {CaptureError} from './microphone.js';
import {ofMicrophone, problem} from './problems.js';
import {RATE_HZ} from './wav.js';

const WORKLET = new URL('./worklet.js', import.meta.url);

/** @typedef {import('./phrase-cutter.js').PhraseRules} PhraseRules */

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

/** Loads what runs on the audio thread. @param {AudioContext} context @throws {CaptureError} */
export async function loadWorklet(context) {
  try {
    await context.audioWorklet.addModule(WORKLET);
  } catch (error) {
    throw new CaptureError(problem('internal', {detail: `${WORKLET.pathname} could not be loaded. ${error}`}));
  }
}

/**
 * The node that hears the microphone. It needs no way to the loudspeaker.
 *
 * @param {AudioContext} context into which the worklet was loaded
 * @param {AudioNode} source
 * @param {PhraseRules} rules
 */
export function attachWorklet(context, source, rules) {
  const worklet = new AudioWorkletNode(context, 'dictation-capture', {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
    processorOptions: rules,
  });
  source.connect(worklet);
  return worklet;
}
