import {CaptureError} from './microphone.js';
import {problem} from './problems.js';
import {RATE_HZ} from './wav.js';

/**
 * An audio context in which the microphone can be heard: at the recognizer's rate where the browser converts it, else
 * at the device's (Firefox refused streams of another rate until 2025: bugzilla.mozilla.org 1725336).
 *
 * To be called in the user's gesture, without which a context does not run.
 */
export function createContext() {
  if (typeof AudioContext === 'undefined' || !('audioWorklet' in AudioContext.prototype)) {
    throw new CaptureError(problem('unsupported-browser', {detail: 'There is no AudioWorklet.'}));
  }
  try {
    return new AudioContext({sampleRate: RATE_HZ});
  } catch {
    return new AudioContext();
  }
}

/**
 * Connects the microphone to the worklet.
 *
 * @param {AudioContext} context
 * @param {MediaStream} stream
 * @param {import('./phrase-cutter.js').PhraseRules} rules
 * @returns {Promise<{context: AudioContext, source: MediaStreamAudioSourceNode, worklet: AudioWorkletNode}>} the context
 *     is another one if the given one cannot take the stream
 */
export async function connect(context, stream, rules) {
  await context.audioWorklet.addModule(new URL('./worklet.js', import.meta.url));
  /** @type {MediaStreamAudioSourceNode} */
  let source;
  try {
    source = context.createMediaStreamSource(stream);
  } catch (error) {
    if (context.sampleRate !== RATE_HZ) {
      throw error;
    }
    await context.close();
    return connect(new AudioContext(), stream, rules);
  }
  const worklet = new AudioWorkletNode(context, 'dictation-capture', {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
    processorOptions: rules,
  });
  source.connect(worklet);
  return {context, source, worklet};
}
