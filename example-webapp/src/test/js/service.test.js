import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inWords} from '../../main/webapp/service.js';

for (const host of ['localhost:40001', '127.0.0.1:40001', '[::1]:40001']) {
  test(`inWords_${host}_isTheLocalRecognizer`, () => {
    const words = inWords({status: 'up', service: {host}});
    assert.equal(words.state, 'up');
    assert.equal(words.short, `Local recognizer: ${host}`);
    assert.match(words.long, /stays on this machine/);
  });
}

for (const host of ['westeurope.stt.speech.microsoft.com', 'usgovvirginia.stt.speech.azure.us', 'chinaeast2.stt.speech.azure.cn']) {
  test(`inWords_${host}_isAzure`, () => {
    const words = inWords({status: 'up', service: {host}});
    assert.equal(words.short, `Azure Speech: ${host}`);
    assert.match(words.long, /sends the audio to Azure Speech/);
  });
}

test('inWords_otherHost_isNamedWithoutAGuess', () => {
  assert.equal(inWords({status: 'up', service: {host: 'speech.intern'}}).short, 'Speech service: speech.intern');
});

test('inWords_down_saysThatItIsNotAvailable', () => {
  const words = inWords({status: 'down', service: {host: 'localhost:40001'}});
  assert.equal(words.state, 'down');
  assert.equal(words.short, 'Local recognizer: not available');
});
