import {CaptureStream} from './capture-stream.js';

/**
 * What the page needs of a worklet's node.
 *
 * @typedef {object} CaptureNode
 * @property {{onmessage: ((event: any) => void) | null, postMessage: (message: 'stop') => void}} port
 * @property {((event: any) => void) | null} onprocessorerror
 */

/**
 * Cuts phrases in the page, out of what a raw worklet gives; looks from outside like a worklet that cuts them itself.
 *
 * @implements {CaptureNode}
 */
export class RawCapture {
  #node;
  /** @type {CaptureNode['port']} */
  port = {onmessage: null, postMessage: (message) => this.#node.port.postMessage(message)};

  /**
   * @param {CaptureNode} node of `raw-worklet.js`
   * @param {number} rateHz of its context
   * @param {import('./phrase-cutter.js').PhraseRules} rules
   */
  constructor(node, rateHz, rules) {
    this.#node = node;
    const stream = new CaptureStream(rateHz, rules, (message) => this.port.onmessage?.({data: message}));
    node.port.onmessage = ({data}) => (data === 'stopped' ? stream.stop() : stream.push(data));
  }

  /** @param {CaptureNode['onprocessorerror']} listener */
  set onprocessorerror(listener) {
    this.#node.onprocessorerror = listener;
  }

  get onprocessorerror() {
    return this.#node.onprocessorerror;
  }
}
