import {connect, createContext} from './audio-graph.js';
import {openMicrophone, stop} from './microphone.js';
import {WAV} from './phrase.js';
import {unlessAborted} from './timing.js';

/** How long the audio thread may take to hand over what it has. */
const HAND_OVER_MS = 500;

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
 * @property {'pcm' | 'opus'} encoding
 * @property {import('./phrase-cutter.js').PhraseRules} rules
 * @property {MediaTrackConstraints} [constraints]
 * @property {MediaStreamTrack} [track]
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
 * @throws {import('./microphone.js').CaptureError}
 */
export async function openCapture(options, listener, signal) {
  const context = createContext();
  const resumed = context.resume();
  const stream = await openMicrophone(options, signal);
  listener.opened();
  const graph = await connect(context, stream, options.rules);
  await unlessAborted(resumed, signal);
  return new WorkletCapture(graph, stream, listener);
}

class WorkletCapture {
  #graph;
  #stream;
  #listener;
  /** @type {() => void} */
  #stopped = () => {};

  /**
   * @param {Awaited<ReturnType<typeof connect>>} graph
   * @param {MediaStream} stream
   * @param {CaptureListener} listener
   */
  constructor(graph, stream, listener) {
    this.#graph = graph;
    this.#stream = stream;
    this.#listener = listener;
    graph.worklet.port.onmessage = ({data}) => this.#receive(data);
  }

  async stop() {
    const stopped = new Promise((resolve) => {
      this.#stopped = () => resolve(undefined);
      setTimeout(resolve, HAND_OVER_MS);
    });
    this.#graph.worklet.port.postMessage('stop');
    await stopped;
    this.close();
  }

  close() {
    stop(this.#stream);
    this.#graph.context.close();
  }

  /** @param {import('./capture-stream.js').CaptureMessage} message */
  #receive(message) {
    switch (message.kind) {
      case 'level':
        return this.#listener.level(message);
      case 'started':
        return this.#listener.started(message.phrase, WAV);
      case 'audio':
        return this.#listener.audio(message.phrase, message.bytes);
      case 'ended':
        return this.#listener.ended(message.phrase);
      default:
        return this.#stopped();
    }
  }
}
