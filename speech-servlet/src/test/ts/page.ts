/** A page as one may be written in TypeScript: what stands here must stay valid. */
import {
  DictationButton, DictationSession, SpeechRecognition, adapters, attach, headersFor, installSpeechRecognition,
  setHeaders, setTexts,
} from '../../main/resources/org/speechservlet/servlet/dictation.js';

const options = {language: 'de-DE', mode: 'hold', 'silence-timeout': 'none'} as const;
const attachment = attach(document, {selector: 'textarea', options});
attachment.detach();

const button: DictationButton = document.createElement('dictation-button');
button.field = document.querySelector('textarea');
button.defaults = {capitals: 'keep'};
button.start();

document.addEventListener('dictation-insert', (event) => {
  const {text, target}: {text: string; target: HTMLElement} = event.detail;
  target.append(text);
  event.preventDefault();
});
button.field?.addEventListener('dictation-error', ({detail: {code, retryable}}) => {
  const isLogin: boolean = code === 'unauthorized' && retryable;
  console.log(isLogin);
});
// @ts-expect-error a code that does not exist
document.addEventListener('dictation-error', ({detail}) => detail.code === 'no-such-code');

setHeaders({'X-Tenant': 'north'});
setHeaders(({url, method}) => (method === 'HEAD' ? {} : {Authorization: url.startsWith('https:') ? 'Bearer x' : null}));
const headers: Record<string, string> = headersFor('speech/recognize', 'POST');
console.log(headers);

setTexts('nl', {nameAlone: 'Dicteren'});
adapters.unshift({
  owns: (field) => field.matches('.code-editor'),
  isWritable: () => true,
  targetFor: () => ({
    mark: () => 0,
    markEnd: () => 0,
    hold: (mark) => mark,
    isCaretAt: () => true,
    around: () => ({before: '', after: ''}),
    insert: (_, text) => text,
    close: () => undefined,
  }),
});

const recognition = new SpeechRecognition();
recognition.continuous = true;
recognition.onresult = ({results, resultIndex}) => console.log(results[resultIndex]?.[0]?.transcript.trim());
recognition.addEventListener('error', ({error, message}) => console.log(error, message));
recognition.start();
installSpeechRecognition();
installSpeechRecognition(globalThis);

const session = new DictationSession({endpoint: '/app/speech/', encoding: 'opus'});
session.start().then(() => console.log(session.state, session.failedPhrases));
