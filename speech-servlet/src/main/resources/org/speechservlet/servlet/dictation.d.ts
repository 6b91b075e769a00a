/** Types of dictation.js, for pages that are written in TypeScript or checked by it. */

export interface SessionOptions {
  /** The servlet's mapping, with a trailing slash. */
  endpoint: string;
  /** BCP 47; without it the server's default. */
  language?: string;
  /** 16-bit WAV at 16 kHz (`pcm`, the default), or WebM/Opus for a slow line. */
  encoding?: 'pcm' | 'opus';
  /** While one speaks (`live`, the default), or each phrase at its end. */
  upload?: 'live' | 'phrase';
  /** The silence that ends a phrase; 0.8 by default. */
  pauseSeconds?: number;
  /** The silence that ends the dictation, Infinity for never; 30 by default. */
  silenceTimeoutSeconds?: number;
  /** The longest phrase; 55 by default. */
  maxPhraseSeconds?: number;
  /** In addition to one channel, echo cancellation, noise suppression and gain control. */
  constraints?: MediaTrackConstraints;
  /** Used instead of the microphone. */
  track?: MediaStreamTrack;
}

export type SessionState = 'idle' | 'requesting' | 'starting' | 'listening' | 'processing' | 'ended';

/** One dictation, from the press of a button until all text has come. */
export class DictationSession extends EventTarget {
  constructor(options: SessionOptions);
  readonly state: SessionState;
  /** How many phrases are held that failed. */
  readonly failedPhrases: number;
  start(): Promise<void>;
  stop(): void;
  cancel(): void;
  retry(): void;
  discardFailed(): void;
}

/** `<dictation-button for="notes">` */
export class DictationButton extends HTMLElement {
  start(): Promise<void>;
  stop(): void;
}

/** Puts a button beside each `data-dictation` field of a document, an element or a shadow root, now and later. */
export function attach(root: Document | ShadowRoot | Element, options?: Record<string, string>): void;

/** Replaces some of the texts of a language, or adds a language. */
export function setTexts(language: string, texts: Record<string, string>): void;

declare global {
  interface HTMLElementTagNameMap {
    'dictation-button': DictationButton;
  }
}
