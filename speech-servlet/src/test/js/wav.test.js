import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pcm16, wavHeader} from '../../main/resources/org/speechservlet/servlet/dictation/wav.js';

const latin1 = (/** @type {Uint8Array} */ bytes, /** @type {number} */ from, /** @type {number} */ to) =>
  Buffer.from(bytes).toString('latin1', from, to);

test('wavHeader_ofKnownLength_tellsBothSizes', () => {
  const header = wavHeader(32_000);
  const view = new DataView(header.buffer);
  assert.equal(header.length, 44);
  assert.equal(latin1(header, 0, 4) + latin1(header, 8, 16) + latin1(header, 36, 40), 'RIFFWAVEfmt data');
  assert.equal(view.getUint32(4, true), 36 + 32_000);
  assert.equal(view.getUint32(40, true), 32_000);
});

test('wavHeader_always_tellsSixteenBitMonoAtSixteenKilohertz', () => {
  const view = new DataView(wavHeader().buffer);
  const chunk = [view.getUint32(16, true), view.getUint16(20, true), view.getUint16(22, true), view.getUint32(24, true)];
  assert.deepEqual(chunk, [16, 1, 1, 16_000]);
  assert.deepEqual([view.getUint32(28, true), view.getUint16(32, true), view.getUint16(34, true)], [32_000, 2, 16]);
});

test('wavHeader_ofUnknownLength_saysSo', () => {
  const view = new DataView(wavHeader().buffer);
  assert.equal(view.getUint32(4, true), 0xffffffff);
  assert.equal(view.getUint32(40, true), 0xffffffff);
});

test('pcm16_samples_areLittleEndianAndClipped', () => {
  const bytes = pcm16(Float32Array.of(0, 1, -1, 2, -2, 0.5, 1 / 0x7fff));
  const view = new DataView(bytes.buffer);
  const values = Array.from({length: 7}, (_, i) => view.getInt16(2 * i, true));
  assert.deepEqual(values, [0, 32767, -32767, 32767, -32767, 16384, 1]);
});
