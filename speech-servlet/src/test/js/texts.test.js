import assert from 'node:assert/strict';
import {test} from 'node:test';
import de from '../../main/resources/org/speechservlet/servlet/dictation/texts-de.js';
import en from '../../main/resources/org/speechservlet/servlet/dictation/texts-en.js';
import es from '../../main/resources/org/speechservlet/servlet/dictation/texts-es.js';
import fr from '../../main/resources/org/speechservlet/servlet/dictation/texts-fr.js';
import {filledIn, setTexts, textsFor} from '../../main/resources/org/speechservlet/servlet/dictation/texts.js';

for (const [language, texts] of Object.entries({de, es, fr})) {
  test(`texts_${language}_haveWhatEnglishHas`, () => {
    assert.deepEqual(Object.keys(texts), Object.keys(en));
  });

  test(`texts_${language}_haveTheSamePlacesToFillIn`, () => {
    const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [name, text] of Object.entries(texts)) {
      assert.deepEqual(places(text), places(en[name]), name);
      assert.notEqual(text.trim(), '', name);
    }
  });

  test(`texts_${language}_areTranslated`, () => {
    const same = Object.keys(en).filter((name) => texts[name] === en[name]);
    assert.deepEqual(same, []);
  });
}

test('textsFor_region_areThoseOfTheLanguage', () => {
  assert.equal(textsFor('de-AT'), de);
  assert.equal(textsFor('FR-ca'), fr);
});

test('textsFor_unknownLanguage_areEnglish', () => {
  assert.equal(textsFor('tlh'), en);
  assert.equal(textsFor(''), en);
});

test('setTexts_someOfALanguage_leavesTheOthers', () => {
  setTexts('de-CH', {close: 'Schliessen'});

  assert.equal(textsFor('de-CH').close, 'Schliessen');
  assert.equal(textsFor('de-CH').copy, de.copy);
  assert.equal(textsFor('de').close, de.close);
});

test('setTexts_newLanguage_fallsBackToEnglish', () => {
  setTexts('nl', {nameAlone: 'Dicteren'});

  assert.equal(textsFor('nl-BE').nameAlone, 'Dicteren');
  assert.equal(textsFor('nl-BE').copy, en.copy);
});

test('filledIn_bracesInTheValue_areLeftAlone', () => {
  assert.equal(filledIn('Inserted: {text}', {text: '{text} {other}'}), 'Inserted: {text} {other}');
});
