import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {recognize, waitInWords} from '../../main/webapp/recognize.js';

const realFetch = globalThis.fetch;
const audio = new Blob(['RIFF'], {type: 'audio/wav'});
const never = new AbortController().signal;
const noHeaders = async () => ({});

afterEach(() => {
  globalThis.fetch = realFetch;
});

function serverAnswers(body, init) {
  globalThis.fetch = async () => new Response(body, init);
}

function json(body, init = {}) {
  const type = init.status >= 400 ? 'application/problem+json' : 'application/json;charset=utf-8';
  serverAnswers(JSON.stringify(body), {...init, headers: {'Content-Type': type, ...init.headers}});
}

test('recognize_success_givesTheText', async () => {
  json({RecognitionStatus: 'Success', DisplayText: 'Hello.'});
  assert.deepEqual(await recognize(audio, never, noHeaders), {kind: 'text', text: 'Hello.'});
});

test('recognize_blob_isPostedBesideThePageWithItsType', async () => {
  let call;
  globalThis.fetch = async (url, init) => {
    call = {url, init};
    return new Response('{}', {headers: {'Content-Type': 'application/json'}});
  };
  await recognize(audio, never, noHeaders);
  assert.equal(call.url, 'speech/recognize');
  assert.equal(call.init.method, 'POST');
  assert.equal(call.init.headers['Content-Type'], 'audio/wav');
  assert.equal(call.init.body, audio);
});

test('recognize_pageWithAForgeryToken_sendsItsHeader', async () => {
  let headers;
  globalThis.fetch = async (url, init) => {
    headers = init.headers;
    return new Response('{}', {headers: {'Content-Type': 'application/json'}});
  };
  const asked = [];
  await recognize(audio, never, async (url, method) => {
    asked.push(method, url);
    return {'x-csrf-token': 'of this page'};
  });
  assert.deepEqual(asked, ['POST', 'speech/recognize']);
  assert.equal(headers['x-csrf-token'], 'of this page');
  assert.equal(headers['Content-Type'], 'audio/wav');
});

test('recognize_scriptThatKnowsTheHeadersIsMissing_saysThatTheServerCouldNotBeReached', async () => {
  json({RecognitionStatus: 'Success', DisplayText: 'Hello.'});
  const outcome = await recognize(audio, never, () => Promise.reject(new TypeError('Failed to fetch a module')));
  assert.equal(outcome.title, 'The server could not be reached.');
});

for (const status of ['NoMatch', 'InitialSilenceTimeout', 'BabbleTimeout', 'Success']) {
  test(`recognize_${status}WithoutText_saysThatNothingWasHeard`, async () => {
    json({RecognitionStatus: status});
    assert.equal((await recognize(audio, never, noHeaders)).kind, 'nothing');
  });
}

test('recognize_unknownStatus_isAProblemThatNamesIt', async () => {
  json({RecognitionStatus: 'Error'});
  const outcome = await recognize(audio, never, noHeaders);
  assert.equal(outcome.kind, 'problem');
  assert.match(outcome.detail, /Error/);
});

test('recognize_problemDocument_showsTitleDetailAndWait', async () => {
  json({title: 'Too many recognitions.', detail: '8 of 8 are running.'}, {status: 503, headers: {'Retry-After': '5'}});
  assert.deepEqual(await recognize(audio, never, noHeaders), {
    kind: 'problem',
    title: 'Too many recognitions.',
    detail: '8 of 8 are running. Try again in 5 seconds.',
  });
});

test('recognize_errorPageOfAProxy_namesTheStatus', async () => {
  serverAnswers('<html></html>', {status: 502, headers: {'Content-Type': 'text/html'}});
  assert.equal((await recognize(audio, never, noHeaders)).title, 'The server answered 502.');
});

test('recognize_loginPageWithStatus200_isNoText', async () => {
  serverAnswers('<html></html>', {status: 200, headers: {'Content-Type': 'text/html'}});
  assert.deepEqual(await recognize(audio, never, noHeaders), {
    kind: 'problem',
    title: 'The server sent a page instead of an answer.',
    detail: 'The session may have ended: log in again, then send the recording again.',
  });
});

test('recognize_brokenJson_isAProblem', async () => {
  serverAnswers('{"RecognitionStatus":"Succ', {headers: {'Content-Type': 'application/json'}});
  assert.equal((await recognize(audio, never, noHeaders)).kind, 'problem');
});

test('recognize_noConnection_saysSo', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('Failed to fetch');
  };
  assert.equal((await recognize(audio, never, noHeaders)).title, 'The server could not be reached.');
});

test('recognize_cancelled_isRejectedWithTheReason', async () => {
  const cancellation = new AbortController();
  globalThis.fetch = async (url, {signal}) => {
    cancellation.abort();
    signal.throwIfAborted();
  };
  await assert.rejects(recognize(audio, cancellation.signal, noHeaders), {name: 'AbortError'});
});

test('waitInWords_seconds_countsThem', () => {
  assert.equal(waitInWords('1'), 'Try again in 1 second.');
  assert.equal(waitInWords('99'), 'Try again in 99 seconds.');
  assert.equal(waitInWords('600'), 'Try again in 10 minutes.');
});

test('waitInWords_date_countsFromNow', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  assert.equal(waitInWords('Tue, 24 Nov 2026 10:00:30 GMT', now), 'Try again in 30 seconds.');
  assert.equal(waitInWords('Tue, 24 Nov 2026 09:00:00 GMT', now), 'Try again now.');
});

test('waitInWords_nothingOrNonsense_isEmpty', () => {
  assert.equal(waitInWords(null), '');
  assert.equal(waitInWords('soon'), '');
});
