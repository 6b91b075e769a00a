import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {CaptureError} from '../../main/resources/org/speechservlet/servlet/dictation/microphone.js';
import {MAX_HELD_BYTES} from '../../main/resources/org/speechservlet/servlet/dictation/phrase-queue.js';
import {DictationSession} from '../../main/resources/org/speechservlet/servlet/dictation/session.js';
import {HandCapture} from './support/hand-capture.js';
import {HandClock, settle} from './support/hand-clock.js';
import {STEADY} from './support/quiet-surroundings.js';
import {CUT_BEFORE, UploadServer, json, problem} from './support/upload-server.js';

const EVENTS = [
  'state', 'speechstart', 'speechend', 'countdown', 'text', 'nothing', 'problem', 'healing', 'healed', 'notice', 'end',
];

let clock = new HandClock();
let server = new UploadServer();
let capture = new HandCapture();
/** @type {import('../../main/resources/org/speechservlet/servlet/dictation/surroundings.js').PageListener | null} */
let page = null;
/** @type {string[]} */
let told = [];

beforeEach(() => {
  clock = new HandClock();
  server = new UploadServer();
  capture = new HandCapture();
  page = null;
  told = [];
});

/** @param {object} [options] */
function newSession(options = {}) {
  const session = new DictationSession(
    {endpoint: 'https://example.org/app/speech/', upload: 'phrase', ...options},
    {
      fetch: server.fetch,
      headersFor: () => ({}),
      timers: clock,
      random: () => 1,
      network: STEADY,
      openCapture: capture.open,
      watchPage(listener) {
        page = listener;
        return () => (page = null);
      },
    },
  );
  for (const type of EVENTS) {
    session.addEventListener(type, (event) => told.push(inShort(type, /** @type {CustomEvent} */ (event).detail)));
  }
  return session;
}

/** @param {string} type @param {any} detail */
function inShort(type, {phrase, state, seconds, text, status, code, reason}) {
  return [type, phrase, state ?? seconds ?? text ?? code ?? status ?? reason].filter((each) => each !== undefined).join(' ');
}

/** A session that listens, of whose way there nothing is told. @param {object} [options] */
async function listening(options) {
  const session = newSession(options);
  const started = session.start();
  capture.allow();
  capture.level();
  await started;
  told = [];
  return session;
}

/** The tenths of a second of some time, with nobody speaking unless a phrase is open. @param {number} seconds */
function pass(seconds, level = {}) {
  for (let i = 0; i < Math.round(10 * seconds); i++) {
    capture.level(level);
  }
}

/** @param {string[]} texts the answers to the next requests */
function serverSays(...texts) {
  server.mishaps.push(...texts.map((text) => () => json({RecognitionStatus: 'Success', DisplayText: text})));
}

test('session_start_goesFromTheRequestToTheFirstSound', async () => {
  const session = newSession();
  assert.equal(session.state, 'idle');
  const started = session.start();
  assert.equal(session.state, 'requesting');
  capture.allow();
  capture.level({rms: 0, isZero: true});
  assert.equal(session.state, 'starting');
  capture.level();
  await started;
  assert.deepEqual(told, ['state requesting', 'state starting', 'state listening']);
});

test('session_options_reachTheMicrophone', async () => {
  await listening({pauseSeconds: 1.5, maxPhraseSeconds: 20, encoding: 'opus', constraints: {noiseSuppression: false}});
  const {pauseSeconds, maxPhraseSeconds, encoding, constraints} = /** @type {any} */ (capture.options);
  assert.deepEqual([pauseSeconds, maxPhraseSeconds, encoding, constraints], [1.5, 20, 'opus', {noiseSuppression: false}]);
});

test('session_optionsThatAreUndefined_areThoseByDefault', async () => {
  await listening({pauseSeconds: undefined, maxPhraseSeconds: undefined, encoding: undefined});
  const {pauseSeconds, maxPhraseSeconds, encoding} = /** @type {any} */ (capture.options);
  assert.deepEqual([pauseSeconds, maxPhraseSeconds, encoding], [0.8, 55, 'pcm']);
});

test('session_microphoneRefused_endsWithAProblem', async () => {
  const session = newSession();
  const started = session.start();
  capture.refuse(new CaptureError({code: 'permission-denied', retryable: true}));
  await started;
  assert.deepEqual(told, ['state requesting', 'problem permission-denied', 'state ended', 'end problem']);
  assert.equal(page, null);
});

test('session_defectOnTheWayToTheMicrophone_endsWithAProblem', async () => {
  const session = newSession();
  const started = session.start();
  capture.refuse(new TypeError('x is not a function'));
  await started;
  assert.equal(session.state, 'ended');
});

test('session_startedTwice_asksOnce', async () => {
  const session = await listening();
  await session.start();
  assert.deepEqual([session.state, told], ['listening', []]);
});

test('session_cancelWhileTheBrowserAsks_endsAtOnce', async () => {
  const session = newSession();
  const started = session.start();
  session.cancel();
  await started;
  assert.deepEqual(told, ['state requesting', 'state ended', 'end cancelled']);
});

test('session_stopWhileTheBrowserAsks_endsAtOnce', async () => {
  const session = newSession();
  const started = session.start();
  session.stop();
  await started;
  assert.equal(told.at(-1), 'end stopped');
});

test('session_microphoneGivenInTheMomentOfCancelling_isTurnedOff', async () => {
  const session = newSession();
  session.start();
  capture.allow();
  session.cancel();
  await settle();
  assert.equal(capture.isOn, false);
});

test('session_phrase_becomesText', async () => {
  const session = await listening();
  capture.speak();
  capture.fallSilent();
  await settle();
  session.stop();
  await settle();
  assert.deepEqual(told, ['speechstart 1', 'speechend 1', 'text 1 Hello.', 'state processing', 'state ended', 'end stopped']);
  assert.equal(capture.isOn, false);
});

test('session_stopInTheMiddleOfAPhrase_recognizesWhatWasSpoken', async () => {
  const session = await listening();
  capture.speak();
  session.stop();
  await settle();
  assert.deepEqual(told, ['speechstart 1', 'state processing', 'speechend 1', 'text 1 Hello.', 'state ended', 'end stopped']);
});

test('session_audioThreadThatNeverAnswers_losesNoPhrase', async () => {
  const session = await listening();
  capture.speak();
  capture.stop = async () => capture.close();
  session.stop();
  await settle();
  assert.ok(told.includes('speechend 1') && told.includes('text 1 Hello.'));
});

test('session_live_sendsWhileOneSpeaks', async () => {
  await listening({upload: 'live'});
  capture.speak();
  await clock.advance(300);
  assert.deepEqual(server.log, ['POST ?0']);
  capture.fallSilent();
  await settle();
  assert.equal(told.at(-1), 'text 1 Hello.');
});

test('session_texts_comeInSpokenOrder', async () => {
  await listening();
  let release = () => {};
  server.mishaps = [
    () => new Promise((resolve) => (release = () => resolve(json({RecognitionStatus: 'Success', DisplayText: 'One.'})))),
  ];
  serverSays('Two.');
  capture.speak();
  capture.fallSilent();
  capture.speak();
  capture.fallSilent();
  await settle();
  assert.deepEqual(told.filter((each) => each.startsWith('text')), []);
  release();
  await settle();
  assert.deepEqual(told.filter((each) => each.startsWith('text')), ['text 1 One.', 'text 2 Two.']);
});

test('session_nothingHeard_isTold', async () => {
  await listening();
  server.mishaps = [() => json({RecognitionStatus: 'NoMatch'})];
  capture.speak();
  capture.fallSilent();
  await settle();
  assert.equal(told.at(-1), 'nothing 1 NoMatch');
});

test('session_failedPhrase_canBeSentAgainAfterTheEnd', async () => {
  const session = await listening();
  server.mishaps = [() => problem(504, {})];
  capture.speak();
  session.stop();
  await settle();
  assert.deepEqual(told.slice(-3), ['problem 1 timeout', 'state ended', 'end stopped']);
  assert.equal(session.failedPhrases, 1);
  session.retry();
  await settle();
  assert.equal(told.at(-1), 'text 1 Hello.');
  assert.deepEqual([session.failedPhrases, session.state], [0, 'ended']);
});

test('session_failedPhrase_canBeGivenUp', async () => {
  const session = await listening();
  server.mishaps = [() => problem(504, {})];
  capture.speak();
  capture.fallSilent();
  await settle();
  session.discardFailed();
  assert.equal(session.failedPhrases, 0);
});

test('session_problemOfOnePhrase_doesNotEndTheDictation', async () => {
  const session = await listening();
  server.mishaps = [() => problem(504, {})];
  capture.speak();
  capture.fallSilent();
  await settle();
  assert.equal(session.state, 'listening');
});

for (const [status, code] of /** @type {const} */ ([[401, 'unauthorized'], [403, 'forbidden']])) {
  test(`session_${code}_endsTheDictation`, async () => {
    await listening();
    server.mishaps = [() => problem(status, {})];
    capture.speak();
    capture.fallSilent();
    await settle();
    assert.deepEqual(told.slice(2), [`problem 1 ${code}`, 'state processing', 'state ended', 'end problem']);
  });
}

test('session_networkLostAndFound_isTold', async () => {
  await listening();
  server.mishaps = [CUT_BEFORE];
  capture.speak();
  capture.fallSilent();
  await clock.advance(1000);
  assert.deepEqual(told.slice(2), ['healing 1', 'healed 1', 'text 1 Hello.']);
});

test('session_cancelInTheMiddleOfAPhrase_discardsIt', async () => {
  const session = await listening({upload: 'live'});
  capture.speak();
  await clock.advance(300);
  session.cancel();
  await clock.advance(1000);
  assert.deepEqual(told, ['speechstart 1', 'state ended', 'end cancelled']);
  assert.deepEqual([capture.isOn, server.log.at(-1), clock.pendingCount], [false, 'DELETE', 0]);
});

test('session_cancelWhileTheAnswerIsAwaited_endsAtOnce', async () => {
  const session = await listening();
  server.mishaps = [() => new Promise(() => {})];
  capture.speak();
  session.stop();
  await settle();
  session.cancel();
  assert.equal(told.at(-1), 'end cancelled');
});

test('session_silence_isCountedDownAndEndsTheDictation', async () => {
  await listening({silenceTimeoutSeconds: 12});
  pass(12);
  await settle();
  assert.deepEqual(told, [
    ...[6, 5, 4, 3, 2, 1].map((seconds) => `countdown ${seconds}`),
    'state processing', 'state ended', 'end silence',
  ]);
});

test('session_speech_beginsTheSilenceAnew', async () => {
  const session = await listening({silenceTimeoutSeconds: 5});
  pass(4);
  capture.speak();
  pass(10);
  capture.fallSilent();
  pass(4.5);
  assert.equal(session.state, 'listening');
});

test('session_silenceWithoutLimit_endsNothing', async () => {
  const session = await listening({silenceTimeoutSeconds: Infinity});
  pass(600);
  assert.deepEqual([session.state, told], ['listening', []]);
});

test('session_longPhrase_isCountedDown', async () => {
  await listening();
  capture.speak();
  for (const remainingSeconds of [11, 10.1, 10, 9.9, 9.1, 9, 8]) {
    capture.level({remainingSeconds});
  }
  assert.deepEqual(told.slice(1), ['countdown 10', 'countdown 9', 'countdown 8']);
});

test('session_microphoneThatGivesNothing_isNoticedOnce', async () => {
  const session = newSession();
  session.start();
  capture.allow();
  await clock.advance(3400);
  assert.deepEqual(told, ['state requesting', 'state starting']);
  await clock.advance(20_000);
  assert.deepEqual(told.slice(2), ['notice microphone-silent']);
});

test('session_microphoneThatGivesZeros_isNoticedAgainAfterSound', async () => {
  await listening();
  await clock.advance(4000);
  capture.level();
  pass(4, {isZero: true, rms: 0});
  await clock.advance(4000);
  assert.deepEqual(told, ['notice microphone-silent', 'notice microphone-silent']);
});

test('session_microphoneMuted_isTold', async () => {
  await listening();
  capture.listener.muted(true);
  capture.listener.muted(false);
  assert.deepEqual(told, ['notice microphone-muted', 'notice microphone-unmuted']);
});

test('session_microphoneLost_finishesWithWhatIsThere', async () => {
  await listening();
  capture.speak();
  capture.listener.lost();
  await settle();
  assert.deepEqual(told.slice(-3), ['text 1 Hello.', 'state ended', 'end microphone-lost']);
});

test('session_pageHidden_finishesWithWhatIsThere', async () => {
  await listening();
  capture.speak();
  page?.hidden();
  await settle();
  assert.deepEqual(told.slice(-3), ['text 1 Hello.', 'state ended', 'end hidden']);
});

test('session_pageLeft_freesTheUpload', async () => {
  await listening({upload: 'live'});
  capture.speak();
  await clock.advance(300);
  page?.left();
  await settle();
  assert.equal(server.log.at(-1), 'DELETE');
});

test('session_memoryFull_endsTheDictationAndKeepsWhatIsThere', async () => {
  const session = await listening();
  server.mishaps = [() => problem(504, {})];
  capture.speak(MAX_HELD_BYTES - 100);
  capture.fallSilent();
  await settle();
  capture.speak(200);
  await settle();
  assert.ok(told.includes('problem too-large') && told.at(-1) === 'end problem');
  assert.equal(session.failedPhrases, 1);
});

test('session_ended_leavesNoTimerBehind', async () => {
  const session = await listening({upload: 'live'});
  capture.speak();
  session.stop();
  await clock.advance(1000);
  assert.deepEqual([session.state, clock.pendingCount, page], ['ended', 0, null]);
});
