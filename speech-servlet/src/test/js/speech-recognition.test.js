import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SpeechRecognition, installSpeechRecognition}
  from '../../main/resources/org/speechservlet/servlet/dictation/speech-recognition.js';

const EVENTS = ['start', 'audiostart', 'soundstart', 'speechstart', 'speechend', 'soundend', 'audioend', 'result',
  'nomatch', 'error', 'end'];

/** A session that does what a test says. */
class FakeSession extends EventTarget {
  state = 'idle';
  failedPhrases = 0;

  constructor(options) {
    super();
    this.options = options;
  }

  start() {
    this.enter('requesting');
  }

  listen() {
    this.enter('starting');
    this.enter('listening');
  }

  speak(phrase) {
    this.emit('speechstart', {phrase});
    this.emit('speechend', {phrase});
  }

  answer(phrase, text, result = {DisplayText: text}) {
    this.emit('text', {phrase, text, result});
  }

  stop() {
    if (this.state !== 'ended' && this.state !== 'processing') {
      this.enter('processing');
    }
  }

  cancel() {
    this.end('cancelled');
  }

  discardFailed() {}

  end(reason) {
    this.enter('ended');
    this.emit('end', {reason});
  }

  enter(state) {
    this.state = state;
    this.emit('state', {state});
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}

/** Until all events have come, which never come within a call. */
function events() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A recognition with its fake session and the names of the events so far. */
function recognition(settings = {}) {
  const log = [];
  const kept = {};
  const made = new SpeechRecognition((options) => (kept.session = new FakeSession(options)));
  Object.assign(made, {endpoint: 'https://example.org/app/speech', lang: 'en-GB'}, settings);
  for (const name of EVENTS) {
    made.addEventListener(name, (event) => log.push(event.error ? `${name}:${event.error}` : name));
  }
  return {made, log, kept};
}

test('start_onePhrase_eventsComeInTheDraftsOrder', async () => {
  const {made, log, kept} = recognition();
  made.start();
  kept.session.listen();
  kept.session.speak(1);
  await events();
  kept.session.answer(1, 'Hello.');
  kept.session.end('stopped');
  await events();

  assert.deepEqual(log, ['start', 'audiostart', 'soundstart', 'speechstart', 'speechend', 'soundend', 'audioend',
    'result', 'end']);
});

test('start_continuous_goesOnWithTheNextPhrase', async () => {
  const {made, log, kept} = recognition({continuous: true});
  const results = [];
  made.onresult = (event) =>
    results.push([event.resultIndex, [...event.results].map(([first]) => first.transcript)]);
  made.start();
  kept.session.listen();
  for (const phrase of [1, 2]) {
    kept.session.speak(phrase);
    kept.session.answer(phrase, `Phrase ${phrase}.`);
  }
  made.stop();
  kept.session.end('stopped');
  await events();

  const phrase = ['soundstart', 'speechstart', 'speechend', 'soundend', 'result'];
  assert.deepEqual(log, ['start', 'audiostart', ...phrase, ...phrase, 'audioend', 'end']);
  assert.deepEqual(results, [[0, ['Phrase 1.']], [1, ['Phrase 1.', 'Phrase 2.']]]);
});

test('result_shape_isThatOfTheApi', async () => {
  const {made, kept} = recognition({maxAlternatives: 2});
  let event;
  made.onresult = (given) => {
    event = given;
  };
  made.start();
  kept.session.listen();
  kept.session.answer(1, 'One.', {
    NBest: [{Display: 'One.', Confidence: 0.9}, {Display: 'Won.', Confidence: 0.4}, {Display: 'Wan.'}],
  });
  await events();

  const [result] = event.results;
  assert.equal(event.results.length, 1);
  assert.equal(event.results.item(0), event.results[0]);
  assert.equal(event.results.item(1), null);
  assert.equal(result.isFinal, true);
  assert.equal(result.length, 2);
  assert.deepEqual(result[1], {transcript: 'Won.', confidence: 0.4});
  assert.deepEqual(result.item(0), {transcript: 'One.', confidence: 0.9});
});

test('result_withoutConfidence_isNotTakenForUnheard', async () => {
  const {made, kept} = recognition();
  let confidence;
  made.onresult = ({results}) => {
    confidence = results[0][0].confidence;
  };
  made.start();
  kept.session.listen();
  kept.session.answer(1, 'One.');
  await events();

  assert.equal(confidence, 1);
});

test('start_whileStarted_throwsInvalidState', async () => {
  const {made} = recognition();
  made.start();

  assert.throws(() => made.start(), {name: 'InvalidStateError'});
});

test('start_inTheEndHandler_beginsAnew', async () => {
  const {made, log, kept} = recognition();
  made.onend = () => {
    made.onend = null;
    made.start();
  };
  made.start();
  kept.session.end('stopped');
  await events();
  kept.session.listen();
  await events();

  assert.deepEqual(log, ['end', 'start', 'audiostart']);
});

test('abort_whileListening_endsWithAborted', async () => {
  const {made, log, kept} = recognition();
  made.start();
  kept.session.listen();
  kept.session.emit('speechstart', {phrase: 1});
  made.abort();
  await events();

  assert.deepEqual(log, ['start', 'audiostart', 'soundstart', 'speechstart', 'speechend', 'soundend', 'audioend',
    'error:aborted', 'end']);
});

test('abort_sessionEndsAtOnce_tellsAfterTheCall', async () => {
  const {made, log, kept} = recognition();
  made.start();
  kept.session.listen();
  await events();
  made.abort();
  assert.deepEqual(log, ['start', 'audiostart']);
  await events();

  assert.deepEqual(log.slice(2), ['audioend', 'error:aborted', 'end']);
});

test('result_withInterimResults_comesAsInterimFirst', async () => {
  const {made, kept} = recognition({interimResults: true, continuous: true});
  const seen = [];
  made.onresult = ({resultIndex, results}) => seen.push([resultIndex, results.length, results[resultIndex].isFinal]);
  made.start();
  kept.session.answer(1, 'One.');
  kept.session.answer(2, 'Two.');
  await events();

  assert.deepEqual(seen, [[0, 1, false], [0, 1, true], [1, 2, false], [1, 2, true]]);
});

test('stopAndAbort_notStarted_doNothing', async () => {
  const {made, log} = recognition();
  made.stop();
  made.abort();
  await events();

  assert.deepEqual(log, []);
});

test('end_bySilenceWithoutAWord_isNoSpeech', async () => {
  const {made, log, kept} = recognition();
  made.start();
  kept.session.listen();
  kept.session.stop();
  kept.session.end('silence');
  await events();

  assert.deepEqual(log, ['start', 'audiostart', 'audioend', 'error:no-speech', 'end']);
});

test('nothing_speechWithoutWords_isNoMatch', async () => {
  const {made, log, kept} = recognition();
  made.start();
  kept.session.listen();
  kept.session.emit('nothing', {phrase: 1, status: 'NoMatch'});
  kept.session.end('stopped');
  await events();

  assert.deepEqual(log.slice(-3), ['nomatch', 'audioend', 'end']);
});

const problems = [
  ['permission-denied', 'not-allowed'],
  ['insecure-page', 'not-allowed'],
  ['no-microphone', 'audio-capture'],
  ['microphone-busy', 'audio-capture'],
  ['unauthorized', 'service-not-allowed'],
  ['token-unavailable', 'service-not-allowed'],
  ['network', 'network'],
  ['overloaded', 'network'],
];
for (const [code, error] of problems) {
  test(`problem_${code}_is${error}`, async () => {
    const {made, log, kept} = recognition();
    made.start();
    kept.session.emit('problem', {code, retryable: true});
    kept.session.end('problem');
    await events();

    assert.deepEqual(log, [`error:${error}`, 'end']);
  });
}

const refusals = [
  [{processLocally: true}, 'service-not-allowed'],
  [{phrases: [{phrase: 'Jetty', boost: 2}]}, 'phrases-not-supported'],
];
for (const [settings, error] of refusals) {
  test(`start_with${Object.keys(settings)}_isRefusedByAnEvent`, async () => {
    const {made, log, kept} = recognition(settings);
    made.start();
    await events();

    assert.deepEqual(log, [`error:${error}`, 'end']);
    assert.equal(kept.session.state, 'idle');
  });
}

test('start_options_reachTheSession', async () => {
  const {made, kept} = recognition({lang: 'de'});
  const track = {kind: 'audio', readyState: 'live'};
  made.start(track);
  await events();

  assert.equal(kept.session.options.language, 'de-DE');
  assert.equal(kept.session.options.endpoint, 'https://example.org/app/speech/');
  assert.equal(kept.session.options.track, track);
});

test('start_trackThatIsNone_throws', async () => {
  const {made} = recognition();

  assert.throws(() => made.start({kind: 'video', readyState: 'live'}), TypeError);
  assert.throws(() => made.start({kind: 'audio', readyState: 'ended'}), {name: 'InvalidStateError'});
});

test('start_anotherRecognition_stopsTheFirst', async () => {
  const first = recognition();
  const second = recognition();
  first.made.start();
  first.kept.session.listen();
  second.made.start();
  await events();

  assert.equal(first.kept.session.state, 'processing');
});

test('onresult_setToNull_isCalledNoMore', async () => {
  const {made, kept} = recognition();
  let calls = 0;
  made.onresult = () => calls++;
  made.start();
  kept.session.answer(1, 'One.');
  await events();
  made.onresult = null;
  kept.session.answer(2, 'Two.');
  await events();

  assert.equal(calls, 1);
  assert.equal(made.onresult, null);
});

test('install_always_isFalse', async () => {
  assert.equal(await SpeechRecognition.install(), false);
});

test('installSpeechRecognition_global_hasBothNames', async () => {
  const global = {};
  installSpeechRecognition(global);

  assert.equal(global.SpeechRecognition, SpeechRecognition);
  assert.equal(global.webkitSpeechRecognition, SpeechRecognition);
});
