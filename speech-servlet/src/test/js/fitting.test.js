import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitted} from '../../main/resources/org/speechservlet/servlet/dictation/fitting.js';
import {spaced} from '../../main/resources/org/speechservlet/servlet/dictation/spacing.js';

const LINES = {oneLine: false, keepsStop: false, keepsCapital: false, language: 'en-US'};
const LINE = {...LINES, oneLine: true};

/** The text around a caret that is marked by a bar. */
function around(marked) {
  const [before, after] = marked.split('|');
  return {before, after};
}

const blanks = [
  ['empty field', '|', 'Hello.', 'Hello.'],
  ['after a word', 'One|', 'two', ' two'],
  ['after a full stop', 'One.|', 'Two.', ' Two.'],
  ['after a blank', 'One |', 'two', 'two'],
  ['after a no-break blank', 'One\u00a0|', 'two', 'two'],
  ['after a line break', 'One\n|', 'two', 'two'],
  ['after an opening bracket', 'One (|', 'two', 'two'],
  ['after an opening quote', 'One „|', 'two', 'two'],
  ['after a hyphen', 'well-|', 'known', 'known'],
  ['punctuation after a word', 'One|', ', two', ', two'],
  ['French punctuation as the recognizer gives it', 'Bonjour|', ' ! Salut', ' ! Salut'],
  ['before a word', '|two', 'One', 'One '],
  ['between words', 'One|three', 'two', ' two '],
  ['before a blank', 'One| three', 'two', ' two'],
  ['before punctuation', 'One|.', 'two', ' two'],
  ['between letters that are not Latin', 'да|нет', 'и', ' и '],
  ['Chinese after Chinese', '你好|', '世界。', '世界。'],
  ['Japanese in the middle', '今日|です', 'は天気', 'は天気'],
  ['English after Chinese', '你好|', 'hello', ' hello'],
  ['after an emoji', 'Yes 👍|', 'and', ' and'],
  ['Spanish question after a word', 'Hola|', '¿Qué tal?', ' ¿Qué tal?'],
];
for (const [place, marked, text, expected] of blanks) {
  test(`spaced_${place}_hasTheBlanksItNeeds`, () => {
    const {before, after} = around(marked);
    assert.equal(spaced(text, before, after), expected);
  });
}

const phrases = [
  ['a sentence in an empty textarea', LINES, '|', 'The car is red.', 'The car is red.'],
  ['a small word within a sentence', LINES, 'He said that|', 'The car is red.', ' the car is red.'],
  ['a name within a sentence', LINES, 'He drove to|', 'Paris with me.', ' Paris with me.'],
  ['the English I', LINES, 'He said that|', 'I know.', ' I know.'],
  ['an abbreviation', LINES, 'He lives in the|', 'US of A.', ' US of A.'],
  ['a sentence after a sentence', LINES, 'One.|', 'The car is red.', ' The car is red.'],
  ['a sentence after a closing quote', LINES, '“One.”|', 'The car is red.', ' The car is red.'],
  ['a sentence after a line break', LINES, 'One,\n|', 'The car is red.', 'The car is red.'],
  ['a German article', {...LINES, language: 'de-DE'}, 'Sie sagt, dass|', 'Der Wagen rot ist.', ' der Wagen rot ist.'],
  ['a German noun', {...LINES, language: 'de-DE'}, 'Er fährt|', 'Wagen.', ' Wagen.'],
  ['the German form of address', {...LINES, language: 'de-DE'}, 'Er fragt, ob|', 'Sie kommen.', ' Sie kommen.'],
  ['a French article', {...LINES, language: 'fr'}, 'Il a vu|', 'La voiture.', ' la voiture.'],
  ['a French elision', {...LINES, language: 'fr'}, 'Il a vu|', 'L’auto.', ' l’auto.'],
  ['a Spanish article', {...LINES, language: 'es'}, 'Vio|', 'El coche.', ' el coche.'],
  ['a language without a list', {...LINES, language: 'sv'}, 'Han sa|', 'Att det är bra.', ' Att det är bra.'],
  ['a capital that is to stay', {...LINES, keepsCapital: true}, 'He said|', 'The car.', ' The car.'],
  ['one sentence on one line', LINE, '|', 'Water damage.', 'Water damage'],
  ['a stop that is to stay', {...LINE, keepsStop: true}, '|', 'Water damage.', 'Water damage.'],
  ['two sentences on one line', LINE, '|', 'Water damage. Kitchen.', 'Water damage. Kitchen.'],
  ['a second sentence on one line', LINE, 'One.|', 'Kitchen.', ' Kitchen.'],
  ['a question on one line', LINE, '|', 'Why?', 'Why?'],
  ['dots on one line', LINE, '|', 'Well...', 'Well...'],
  ['a decimal on one line', LINE, '|', 'Version 2.5.', 'Version 2.5'],
  ['in front of text on one line', LINE, '| and more', 'Water.', 'Water.'],
  ['lines on one line', LINE, '|', 'one\n two\r\nthree', 'one two three'],
  ['lines in a textarea', LINES, '|', 'one\ntwo', 'one\ntwo'],
  ['blanks around', LINES, '|', ' one ', 'one'],
  ['nothing', LINES, 'One|', '  ', ''],
];
for (const [what, fitting, marked, text, expected] of phrases) {
  test(`fitted_${what}_isWrittenSo`, () => {
    assert.equal(fitted(text, around(marked), fitting), expected);
  });
}
