import assert from 'node:assert/strict';
import {test} from 'node:test';
import {withRegion} from '../../main/resources/org/speechservlet/servlet/dictation/language.js';

const tags = [
  ['en', 'en-US'],
  ['de', 'de-DE'],
  ['fr', 'fr-FR'],
  ['es', 'es-ES'],
  ['pt', 'pt-BR'],
  ['de-AT', 'de-AT'],
  ['EN-gb', 'en-GB'],
  [' de-CH ', 'de-CH'],
  ['not a tag', 'not a tag'],
];
for (const [tag, expected] of tags) {
  test(`withRegion_${tag}_is${expected}`, () => {
    assert.equal(withRegion(tag), expected);
  });
}
