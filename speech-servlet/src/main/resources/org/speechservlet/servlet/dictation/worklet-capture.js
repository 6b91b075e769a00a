/** How long the audio thread may take to hand over what it has; one that was interrupted never does. */
const HAND_OVER_MS = 500;

/**
 * @typedef {import('./capture.js').Capture} Capture
 *
 * @typedef {object} CaptureParts
 * @property {AudioContext} context
 * @property {AudioWorkletNode} worklet
 * @property {MediaStreamTrack | undefined} track
 * @property {() => void} release turns the microphone off
 * @property {import('./timing.js').Timers} timers
 */

/** A microphone that is on. @implements {Capture} */
export class WorkletCapture {
  #parts;
  #phrases;
  #listener;
  #isClosed = false;
  /** @type {() => void} */
  #stopped = () => {};

  /**
   * @param {CaptureParts} parts
   * @param {import('./pcm-phrases.js').PhraseSource} phrases
   * @param {Pick<import('./capture.js').CaptureListener, 'level' | 'muted' | 'lost'>} listener
   */
  constructor(parts, phrases, listener) {
    this.#parts = parts;
    this.#phrases = phrases;
    this.#listener = listener;
    parts.worklet.port.onmessage = ({data}) => this.#receive(data);
    parts.worklet.onprocessorerror = () => this.#lose();
    this.#watchTrack();
    this.#watchContext();
  }

  async stop() {
    const {timers, worklet} = this.#parts;
    /** @type {unknown} */
    let timer;
    const stopped = new Promise((resolve) => {
      this.#stopped = () => resolve(undefined);
      timer = timers.set(this.#stopped, HAND_OVER_MS);
    });
    worklet.port.postMessage('stop');
    await stopped;
    timers.clear(timer);
    await this.#phrases.finished();
    this.close();
  }

  close() {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#parts.release();
      this.#parts.context.close();
    }
  }

  /** A device that is unplugged ends its track; one that is muted, or taken by a call, may come back. */
  #watchTrack() {
    const {track} = this.#parts;
    track?.addEventListener('ended', () => this.#lose());
    track?.addEventListener('mute', () => this.#tellMuted(true));
    track?.addEventListener('unmute', () => this.#tellMuted(false));
  }

  /** A context that ran and does not any more was interrupted, by a call for example; nothing is heard through it. */
  #watchContext() {
    const {context} = this.#parts;
    let hasRun = context.state === 'running';
    context.addEventListener('statechange', () => {
      if (hasRun && context.state !== 'running') {
        this.#lose();
      }
      hasRun ||= context.state === 'running';
    });
  }

  #lose() {
    if (!this.#isClosed) {
      this.#listener.lost();
    }
  }

  /** @param {boolean} isMuted */
  #tellMuted(isMuted) {
    if (!this.#isClosed) {
      this.#listener.muted(isMuted);
    }
  }

  /** @param {import('./capture-stream.js').CaptureMessage} message */
  #receive(message) {
    if (this.#isClosed) {
      return undefined;
    }
    switch (message.kind) {
      case 'level':
        return this.#listener.level(message);
      case 'started':
        return this.#phrases.started(message.phrase, message.isContinued);
      case 'audio':
        return this.#phrases.audio(message.phrase, message.bytes);
      case 'ended':
        return this.#phrases.ended(message.phrase, message.quietSeconds);
      default:
        return this.#stopped();
    }
  }
}
