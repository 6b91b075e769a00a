/** Types of `dictation.js`, for pages that are checked by TypeScript. */

/** Options by their attributes' names; the README's section "The button on the page" explains each. */
export type DictationOptions = {
  /** The servlet's mapping; without it, the folder that dictation.js came from. */
  endpoint?: string;
  /** BCP 47. Without it, the `lang` of the field or of what is around it, and then the server's default. */
  language?: string;
  mode?: 'toggle' | 'hold';
  /** Such as `Alt+Shift+D`, which is the default; `none` for none. */
  shortcut?: string;
  /** Sends Opus in place of PCM; any value but `off`. */
  'low-bandwidth'?: string;
  /** Seconds of silence that end a phrase. */
  pause?: string;
  /** Seconds of silence that end the dictation, or `none`. */
  'silence-timeout'?: string;
  /** Whether audio is sent while one speaks, or a phrase as a whole. */
  upload?: 'live' | 'phrase';
  'noise-suppression'?: 'on' | 'off';
  /** Whether a one-line field keeps a sentence's full stop. */
  'full-stop'?: 'keep' | 'auto';
  /** Whether the first letter stays a capital within a sentence. */
  capitals?: 'keep' | 'auto';
  placement?: 'auto' | 'beside';
  /** Says where the audio goes. */
  privacy?: string;
};

/** `<dictation-button for="notes">`: press it, speak, and the words land in the field. */
export class DictationButton extends HTMLElement {
  /** The field that the words go into. */
  get field(): HTMLElement | null;
  set field(field: HTMLElement | null);
  /** Options for what the attributes do not say. */
  set defaults(defaults: DictationOptions);
  /** Looks at the field again: it may have come, gone, or become read-only. */
  refresh(): void;
  /** Begins a dictation; to be called in answer to a press or a key. */
  start(): void;
  /** Ends the recording; what was spoken is still recognized. */
  stop(): void;
  /** Ends the recording and discards what has not been inserted yet. */
  cancel(): void;
}

export interface AttachOptions {
  /** Which fields get a button; default `[data-dictation]`. */
  selector?: string;
  options?: DictationOptions;
}

/** Puts a button beside each field in the root, now and later. */
export function attach(root: Document | ShadowRoot | Element, options?: AttachOptions): {detach(): void};

/** Makes the page ready, as loading dictation.js does. */
export function startOnPage(endpoint: string): void;

/** Replaces texts of a language, or adds a language; the names stand in `dictation/texts-en.js`. */
export function setTexts(language: string, texts: Record<string, string>): void;

/** Headers by their names; what is null or undefined is left out. */
export type GivenHeaders = Record<string, string | null | undefined>;

/**
 * Adds headers to each request to the servlet, in place of what was given before: a record, for requests to the page's
 * own origin, or a function that gives one for each request, to whichever origin. Tokens that frameworks leave in the
 * page are sent without it.
 */
export function setHeaders(headers: GivenHeaders | ((request: {url: string; method: string}) => GivenHeaders)): void;

/** The headers of a request to the servlet: the page's token, and what was given. For a page that sends audio itself. */
export function headersFor(url: string, method: string): Record<string, string>;

/** A place for text, which an adapter makes. What a mark is, only the target that made it knows. */
export interface Target<Mark = any> {
  /** The caret or the selection as it is. */
  mark(): Mark;
  /** The end of the text. */
  markEnd(): Mark;
  /** The same place, for a phrase that comes late: text put in there meanwhile comes after it. */
  hold(mark: Mark): Mark;
  /** False once the user has put the caret somewhere else. */
  isCaretAt(mark: Mark): boolean;
  around(mark: Mark): {before: string; after: string};
  /** Puts text at a mark, as one step that can be undone; returns what was taken. */
  insert(mark: Mark, text: string): string;
  close(): void;
}

/** An editor that keeps its own idea of its text. */
export interface Adapter {
  owns(field: Element): boolean;
  isWritable(field: Element): boolean;
  /** What one types into, if that is not the field. */
  element?(field: Element): EventTarget;
  targetFor(field: Element): Target;
}

/** Asked in this order; a page may put its own in front. */
export const adapters: Adapter[];

export type DictationState = 'idle' | 'requesting' | 'starting' | 'listening' | 'processing' | 'ended';
export type EndReason = 'stopped' | 'cancelled' | 'silence' | 'hidden' | 'microphone-lost' | 'problem';
export type ProblemCode = 'insecure-page' | 'permission-denied' | 'no-microphone' | 'microphone-busy'
  | 'unsupported-browser' | 'network' | 'unauthorized' | 'forbidden' | 'too-large' | 'too-many' | 'overloaded'
  | 'token-unavailable' | 'upstream' | 'timeout' | 'invalid-audio' | 'internal';

export interface Problem {
  code: ProblemCode;
  /** Of the session; missing where no phrase was concerned. */
  phrase?: number;
  /** Whether the same may succeed if it is tried again. */
  retryable: boolean;
  /** The HTTP status. */
  status?: number;
  title?: string;
  detail?: string;
  retryAfterSeconds?: number;
  requestId?: string;
}

export interface SessionOptions {
  /** The servlet's mapping, with a trailing slash. */
  endpoint: string;
  language?: string;
  encoding?: 'pcm' | 'opus';
  upload?: 'live' | 'phrase';
  pauseSeconds?: number;
  silenceTimeoutSeconds?: number;
  maxPhraseSeconds?: number;
  constraints?: MediaTrackConstraints;
  track?: MediaStreamTrack;
}

/** One dictation without a button: a new object for each. Its events' facts are in `detail`. */
export class DictationSession extends EventTarget {
  constructor(options: SessionOptions);
  get state(): DictationState;
  /** How many phrases are held that could not be recognized. */
  get failedPhrases(): number;
  /** To be called in answer to a press or a key. Never rejected. */
  start(): Promise<void>;
  stop(): void;
  cancel(): void;
  /** Sends the failed phrases again. */
  retry(): void;
  discardFailed(): void;
}

/** What a dictation tells the page: dispatched on the field, bubbling, across shadow roots. */
export interface DictationEventMap {
  /** Cancelable: prevented, the dictation does not begin. */
  'dictation-start': CustomEvent<{language?: string}>;
  /** Text is empty where speech held no words. */
  'dictation-phrase': CustomEvent<{phrase: number; text: string; result: unknown}>;
  /** Cancelable: prevented, the page inserts the text itself. */
  'dictation-insert': CustomEvent<{text: string; target: HTMLElement; final: true}>;
  'dictation-error': CustomEvent<Problem>;
  'dictation-end': CustomEvent<{reason: EndReason}>;
}

export interface SpeechRecognitionAlternative {
  readonly transcript: string;
  readonly confidence: number;
}

export interface SpeechRecognitionResult extends Iterable<SpeechRecognitionAlternative> {
  readonly isFinal: boolean;
  readonly length: number;
  readonly [index: number]: SpeechRecognitionAlternative;
  item(index: number): SpeechRecognitionAlternative | null;
}

export interface SpeechRecognitionResultList extends Iterable<SpeechRecognitionResult> {
  readonly length: number;
  readonly [index: number]: SpeechRecognitionResult;
  item(index: number): SpeechRecognitionResult | null;
}

export interface SpeechRecognitionEvent extends Event {
  readonly resultIndex: number;
  readonly results: SpeechRecognitionResultList;
}

export interface SpeechRecognitionErrorEvent extends Event {
  readonly error: string;
  readonly message: string;
}

interface SpeechRecognitionEventMap {
  audiostart: Event;
  soundstart: Event;
  speechstart: Event;
  speechend: Event;
  soundend: Event;
  audioend: Event;
  result: SpeechRecognitionEvent;
  nomatch: SpeechRecognitionEvent;
  error: SpeechRecognitionErrorEvent;
  start: Event;
  end: Event;
}

type Handler<E> = ((this: SpeechRecognition, event: E) => unknown) | null;

/** The Web Speech API's class, for pages that were written for it. No words come while one speaks. */
export class SpeechRecognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  processLocally: boolean;
  phrases: unknown[];
  grammars: unknown;
  /** The servlet's mapping; without it, the folder that dictation.js came from. */
  endpoint: string | undefined;
  onaudiostart: Handler<Event>;
  onsoundstart: Handler<Event>;
  onspeechstart: Handler<Event>;
  onspeechend: Handler<Event>;
  onsoundend: Handler<Event>;
  onaudioend: Handler<Event>;
  onresult: Handler<SpeechRecognitionEvent>;
  onnomatch: Handler<SpeechRecognitionEvent>;
  onerror: Handler<SpeechRecognitionErrorEvent>;
  onstart: Handler<Event>;
  onend: Handler<Event>;
  static available(options?: {langs?: string[]; processLocally?: boolean}): Promise<'unavailable' | 'available'>;
  static install(options?: {langs?: string[]; processLocally?: boolean}): Promise<boolean>;
  start(track?: MediaStreamTrack): void;
  stop(): void;
  abort(): void;
  addEventListener<K extends keyof SpeechRecognitionEventMap>(
    type: K,
    listener: (this: SpeechRecognition, event: SpeechRecognitionEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions): void;
}

/** Makes SpeechRecognition the page's own, also under its prefixed name. */
export function installSpeechRecognition(global?: object): void;

declare global {
  interface HTMLElementTagNameMap {
    'dictation-button': DictationButton;
  }
  interface HTMLElementEventMap extends DictationEventMap {}
  interface DocumentEventMap extends DictationEventMap {}
}
