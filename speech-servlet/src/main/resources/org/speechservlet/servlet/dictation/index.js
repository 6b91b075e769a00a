import {attach} from './attach.js';
import {DictationButton} from './dictation-button.js';
import {markNamedFields} from './named-fields.js';
import {useEndpoint} from './page-endpoint.js';

export {attach} from './attach.js';
export {DictationButton} from './dictation-button.js';
export {headersFor, setHeaders} from './page-headers.js';
export {DictationSession} from './session.js';
export {SpeechRecognition, installSpeechRecognition} from './speech-recognition.js';
export {adapters} from './targets.js';
export {setTexts} from './texts.js';

/**
 * Makes the page ready, once: two web applications on one page may both load dictation.js, and the first one serves.
 *
 * @param {string} endpoint the servlet's mapping
 */
export function startOnPage(endpoint) {
  useEndpoint(endpoint);
  if (!customElements.get('dictation-button')) {
    customElements.define('dictation-button', DictationButton);
    markNamedFields(document);
    attach(document);
  }
}
