import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PhraseMarks} from '../../main/resources/org/speechservlet/servlet/dictation/phrase-marks.js';

/** A target whose caret a test puts somewhere, with marks that are plain objects. */
class FakeTarget {
  caret = 'caret 1';

  mark() {
    return {at: this.caret};
  }

  markEnd() {
    return {at: 'end'};
  }

  hold({at}) {
    return {at: `held ${at}`};
  }

  isCaretAt({at}) {
    return at === this.caret;
  }
}

test('of_fieldNeverEntered_isTheEnd', () => {
  assert.equal(new PhraseMarks(new FakeTarget(), false).of(1).at, 'end');
});

test('begin_caretLeftAlone_sharesThePlace', () => {
  const marks = new PhraseMarks(new FakeTarget(), true);
  marks.begin(1);
  marks.begin(2);

  assert.equal(marks.of(1), marks.of(2));
});

test('begin_caretPutElsewhere_goesThere', () => {
  const target = new FakeTarget();
  const marks = new PhraseMarks(target, true);
  marks.begin(1);
  target.caret = 'caret 2';
  marks.begin(2);

  assert.deepEqual([marks.of(1).at, marks.of(2).at], ['caret 1', 'caret 2']);
});

test('hold_failedPhrase_keepsAPlaceOfItsOwn', () => {
  const marks = new PhraseMarks(new FakeTarget(), true);
  marks.begin(1);
  marks.begin(2);
  marks.hold(1);

  assert.deepEqual([marks.of(1).at, marks.of(2).at], ['held caret 1', 'caret 1']);
});

test('holdAll_anotherDictationBegins_phrasesToComeStay', () => {
  const marks = new PhraseMarks(new FakeTarget(), true);
  marks.begin(1);
  marks.holdAll();

  assert.deepEqual([marks.of(1).at, marks.of(9).at], ['held caret 1', 'held caret 1']);
});
