import {ofMicrophone, problem} from './problems.js';

/** Near-field speech in an office. Nothing is demanded exactly: what a device cannot do, it does not do. */
const DEFAULT_CONSTRAINTS = {channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true};

/** Tells why there is no audio. */
export class CaptureError extends Error {
  /** @param {import('./problems.js').Problem} problem */
  constructor(problem) {
    super(`${problem.code}: ${problem.detail ?? ''}`);
    this.problem = problem;
  }
}

/**
 * @typedef {object} MicrophoneOptions
 * @property {MediaTrackConstraints} [constraints]
 * @property {MediaStreamTrack} [track] used instead of a microphone
 */

/**
 * Asks for the microphone. The browser may let the user think about it for ever.
 *
 * @param {MicrophoneOptions} options
 * @param {AbortSignal} signal gives the microphone back, also when it comes afterwards
 * @returns {Promise<MediaStream>}
 * @throws {CaptureError}
 */
export async function openMicrophone({constraints, track}, signal) {
  if (track) {
    return new MediaStream([track]);
  }
  if (!globalThis.isSecureContext) {
    throw new CaptureError(problem('insecure-page', {}));
  }
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new CaptureError(problem('unsupported-browser', {detail: 'There is no navigator.mediaDevices.'}));
  }
  const audio = {...DEFAULT_CONSTRAINTS, ...constraints};
  const stream = await navigator.mediaDevices.getUserMedia({audio}).catch((error) => {
    throw new CaptureError(ofMicrophone(error));
  });
  if (signal.aborted) {
    stop(stream);
    throw signal.reason;
  }
  return stream;
}

/** Turns the microphone off, and with it the browser's sign that it is on. @param {MediaStream} stream */
export function stop(stream) {
  stream.getTracks().forEach((track) => track.stop());
}
