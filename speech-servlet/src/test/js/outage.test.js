import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pauseBefore} from '../../main/resources/org/speechservlet/servlet/dictation/outage.js';

for (const [attempt, milliseconds] of [[0, 250], [1, 500], [3, 2000], [4, 4000], [5, 4000], [1000, 4000], [2 ** 40, 4000]]) {
  test(`pauseBefore_attempt${attempt}_isAtMost${milliseconds}Milliseconds`, () => {
    assert.equal(pauseBefore(attempt, 1), milliseconds);
    assert.equal(pauseBefore(attempt, 0), milliseconds * 0.75);
  });
}
