import assert from 'node:assert/strict';
import {test} from 'node:test';
import {problemText} from '../../main/resources/org/speechservlet/servlet/dictation/problem-texts.js';
import en from '../../main/resources/org/speechservlet/servlet/dictation/texts-en.js';

const CODES = ['insecure-page', 'permission-denied', 'no-microphone', 'microphone-busy', 'unsupported-browser',
  'network', 'unauthorized', 'forbidden', 'too-large', 'too-many', 'overloaded', 'token-unavailable', 'upstream',
  'timeout', 'invalid-audio', 'internal'];

for (const code of CODES) {
  test(`problemText_${code}_saysWhatHappenedAndWhatToDo`, () => {
    const {title, help, facts} = problemText({code, retryable: true}, en);

    assert.equal(title, en[code]);
    assert.equal(help, en[`${code}-help`]);
    assert.deepEqual(facts, []);
  });
}

test('problemText_unknownCode_isAnInternalOne', () => {
  assert.equal(problemText({code: 'brand-new', retryable: false}, en).title, en.internal);
});

test('problemText_waitingTime_isSaid', () => {
  assert.match(problemText({code: 'too-many', retryable: true, retryAfterSeconds: 7}, en).help, /in 7 seconds/);
});

test('problemText_factsOfTheServer_areForWhoHelps', () => {
  const answer = {status: 502, title: 'Bad gateway', detail: 'Closed early.', requestId: 'ab12'};
  const problem = {code: 'upstream', retryable: true, ...answer};

  assert.deepEqual(problemText(problem, en).facts, ['Bad gateway', 'Closed early.', 'HTTP 502', 'Request ab12']);
});
