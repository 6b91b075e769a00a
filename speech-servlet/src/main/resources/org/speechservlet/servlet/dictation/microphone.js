import {ofMicrophone, problem} from './problems.js';
import {unlessAborted} from './timing.js';

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
 * Why this page cannot have a microphone, whoever is asked.
 *
 * @param {{isSecureContext?: boolean, navigator?: {mediaDevices?: object}, AudioContext?: Function}} scope
 * @returns {import('./problems.js').Problem | null}
 */
export function obstacle(scope) {
  if (!scope.isSecureContext) {
    return problem('insecure-page', {});
  }
  if (!scope.navigator?.mediaDevices || !('audioWorklet' in (scope.AudioContext?.prototype ?? {}))) {
    return problem('unsupported-browser', {detail: 'The browser has no microphone access or no AudioWorklet.'});
  }
  return null;
}

/**
 * Asks for the microphone. The browser may let the user think about it for ever.
 *
 * @param {MediaTrackConstraints | undefined} constraints
 * @param {Pick<MediaDevices, 'getUserMedia'>} devices
 * @param {AbortSignal} signal ends the waiting; a microphone that comes afterwards is turned off at once
 * @returns {Promise<MediaStream>}
 * @throws {CaptureError}
 */
export async function openMicrophone(constraints, devices, signal) {
  const asked = devices.getUserMedia({audio: {...DEFAULT_CONSTRAINTS, ...constraints}});
  try {
    return await unlessAborted(asked, signal);
  } catch (error) {
    asked.then(turnOff, () => undefined);
    signal.throwIfAborted();
    throw new CaptureError(ofMicrophone(error));
  }
}

/** Turns the microphone off, and with it the browser's sign that it is on. @param {MediaStream} stream */
export function turnOff(stream) {
  stream.getTracks().forEach((track) => track.stop());
}
