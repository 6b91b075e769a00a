import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Resampler} from '../../main/resources/org/speechservlet/servlet/dictation/resampler.js';
import {joined, rms, tone} from './support/sounds.js';

const RATES_HZ = [44100, 48000, 96000, 22050, 8000];

/** @param {Float32Array} input @param {number} fromHz @param {number} [step] how many samples at a time */
function resampled(input, fromHz, step = 128) {
  const resampler = new Resampler(fromHz, 16000);
  const output = [];
  for (let i = 0; i < input.length; i += step) {
    output.push(resampler.push(input.slice(i, i + step)));
  }
  return joined(...output);
}

/** How much louder a tone is afterwards, away from the ends. @param {number} hz @param {number} fromHz */
function gainDb(hz, fromHz) {
  const output = resampled(tone(hz, 1, 0.5, fromHz), fromHz);
  return 20 * Math.log10(rms(output.slice(2000, 14000)) / (0.5 / Math.SQRT2));
}

for (const rateHz of RATES_HZ) {
  const passHz = 0.85 * Math.min(rateHz, 16000) / 2;

  test(`resampler_speechAt${rateHz}_keepsItsLoudnessWithinATenthOfADecibel`, () => {
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 1]) {
      assert.ok(Math.abs(gainDb(share * passHz, rateHz)) < 0.1, `${share * passHz} Hz: ${gainDb(share * passHz, rateHz)} dB`);
    }
  });

  test(`resampler_at${rateHz}_givesSixteenThousandSamplesASecond`, () => {
    assert.ok(Math.abs(resampled(tone(440, 1, 0.5, rateHz), rateHz).length - 16000) <= 1);
  });

  test(`resampler_piecesOfAnySizeAt${rateHz}_giveTheSameSamples`, () => {
    const input = tone(1234, 0.2, 0.5, rateHz);
    const whole = resampled(input, rateHz, input.length);
    for (const step of [1, 7, 128, 1000]) {
      assert.deepEqual(resampled(input, rateHz, step), whole);
    }
  });
}

for (const rateHz of [44100, 48000, 96000]) {
  test(`resampler_tonesAboveEightKilohertzAt${rateHz}_are75DecibelsDown`, () => {
    for (const hz of [8050, 8500, 9000, 11000, 13000, 16000, 20000]) {
      assert.ok(gainDb(hz, rateHz) < -75, `${hz} Hz: ${gainDb(hz, rateHz)} dB`);
    }
  });
}

test('resampler_atEightKilohertz_leavesNoMirrorImage', () => {
  const output = resampled(tone(1000, 1, 0.5, 8000), 8000).slice(2000, 14000);
  const fitted = tone(1000, 1, 1).slice(0, output.length);
  const quadrature = Float32Array.from(fitted, (_, i) => Math.cos((2 * Math.PI * 1000 * i) / 16000));
  const dot = (/** @type {Float32Array} */ a) => (2 / a.length) * a.reduce((sum, x, i) => sum + x * output[i], 0);
  const [sine, cosine] = [dot(fitted), dot(quadrature)];
  const rest = output.map((x, i) => x - sine * fitted[i] - cosine * quadrature[i]);
  assert.ok(20 * Math.log10(rms(rest) / rms(output)) < -75);
});

test('resampler_atSixteenKilohertz_touchesNothing', () => {
  const input = tone(440, 0.1);
  assert.equal(new Resampler(16000, 16000).push(input), input);
});
