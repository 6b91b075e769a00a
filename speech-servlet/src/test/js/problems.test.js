import assert from 'node:assert/strict';
import {test} from 'node:test';
import {failed, readAnswer} from '../../main/resources/org/speechservlet/servlet/dictation/answers.js';
import {ofMicrophone, retryAfterSeconds} from '../../main/resources/org/speechservlet/servlet/dictation/problems.js';
import {json, problem} from './support/upload-server.js';

const NOW = Date.parse('2026-03-01T08:00:00Z');

for (const [name, code] of [
  ['NotAllowedError', 'permission-denied'],
  ['SecurityError', 'permission-denied'],
  ['NotFoundError', 'no-microphone'],
  ['OverconstrainedError', 'no-microphone'],
  ['NotReadableError', 'microphone-busy'],
  ['AbortError', 'microphone-busy'],
  ['TypeError', 'unsupported-browser'],
]) {
  test(`ofMicrophone_${name}_is_${code}`, () => {
    assert.equal(ofMicrophone(new DOMException('', name)).code, code);
  });
}

for (const [status, type, code, retryable] of /** @type {const} */ ([
  [400, 'malformed-audio', 'invalid-audio', false],
  [400, 'invalid-parameter', 'internal', false],
  [400, 'incomplete-upload', 'network', true],
  [400, 'incomplete-append', 'network', true],
  [401, 'about:blank', 'unauthorized', true],
  [403, 'cross-site', 'forbidden', false],
  [404, 'about:blank', 'internal', false],
  [408, 'upload-stalled', 'timeout', true],
  [413, 'audio-too-large', 'too-large', false],
  [415, 'unsupported-audio', 'invalid-audio', false],
  [429, 'about:blank', 'too-many', true],
  [500, 'about:blank', 'internal', true],
  [502, 'upstream-failed', 'upstream', true],
  [503, 'overloaded', 'overloaded', true],
  [503, 'token-unavailable', 'token-unavailable', true],
  [504, 'upstream-timeout', 'timeout', true],
])) {
  test(`readAnswer_${status}Of_${type}_is_${code}`, async () => {
    const outcome = /** @type {any} */ (await readAnswer(problem(status, {type}), NOW));
    assert.deepEqual([outcome.problem.code, outcome.problem.retryable], [code, retryable]);
  });
}

test('readAnswer_problemDocument_keepsWhatItTells', async () => {
  const headers = {'Retry-After': '7', 'X-Request-Id': 'abc'};
  assert.deepEqual(await readAnswer(problem(503, {type: 'overloaded', title: 'Too much', detail: 'Wait.'}, headers), NOW), {
    kind: 'problem',
    problem: {
      code: 'overloaded', retryable: true, status: 503, title: 'Too much', detail: 'Wait.', retryAfterSeconds: 7, requestId: 'abc',
    },
  });
});

test('readAnswer_success_isItsText', async () => {
  const result = {RecognitionStatus: 'Success', DisplayText: 'Hello.'};
  assert.deepEqual(await readAnswer(json(result), NOW), {kind: 'text', text: 'Hello.', result});
});

for (const RecognitionStatus of ['NoMatch', 'InitialSilenceTimeout', 'BabbleTimeout', 'Success']) {
  test(`readAnswer_${RecognitionStatus}WithoutWords_isNothing`, async () => {
    assert.deepEqual(await readAnswer(json({RecognitionStatus, DisplayText: ''}), NOW), {
      kind: 'nothing',
      status: RecognitionStatus,
    });
  });
}

test('readAnswer_errorOfTheRecognizer_isAProblemOfTheUpstream', async () => {
  assert.equal(/** @type {any} */ (await readAnswer(json({RecognitionStatus: 'Error'}), NOW)).problem.code, 'upstream');
});

test('readAnswer_page_isUnauthorized', async () => {
  const page = new Response('<form>', {headers: {'Content-Type': 'text/html'}});
  assert.deepEqual(await readAnswer(page, NOW), failed({code: 'unauthorized', retryable: true, status: 200}));
});

test('readAnswer_brokenJson_isAProblem', async () => {
  const broken = new Response('{"Recog', {headers: {'Content-Type': 'application/json'}});
  assert.equal((await readAnswer(broken, NOW)).kind, 'problem');
});

test('readAnswer_refusalByAProxy_isKnownByItsStatus', async () => {
  const page = new Response('<h1>413</h1>', {status: 413, headers: {'Content-Type': 'text/html'}});
  assert.equal(/** @type {any} */ (await readAnswer(page, NOW)).problem.code, 'too-large');
});

for (const [header, seconds] of /** @type {const} */ ([
  [null, undefined],
  ['5', 5],
  ['Sun, 01 Mar 2026 08:00:03 GMT', 3],
  ['Sun, 01 Mar 2026 07:00:00 GMT', 0],
  ['soon', undefined],
])) {
  test(`retryAfterSeconds_${header}_is_${seconds}`, () => {
    assert.equal(retryAfterSeconds(header, NOW), seconds);
  });
}
