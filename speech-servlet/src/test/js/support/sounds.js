export const RATE_HZ = 16000;

/** @param {number} hz @param {number} seconds @param {number} [amplitude] @param {number} [rateHz] */
export function tone(hz, seconds, amplitude = 0.5, rateHz = RATE_HZ) {
  const length = Math.round(seconds * rateHz);
  return Float32Array.from({length}, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / rateHz));
}

/** @param {number} seconds */
export function silence(seconds) {
  return new Float32Array(Math.round(seconds * RATE_HZ));
}

/** The same noise every time. @param {number} seconds @param {number} rms */
export function noise(seconds, rms, seed = 1) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return Float32Array.from({length: Math.round(seconds * RATE_HZ)}, () => rms * Math.sqrt(3) * next());
}

/** @param {Float32Array[]} parts */
export function joined(...parts) {
  const all = new Float32Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param {Float32Array} a @param {Float32Array} b at least as long */
export function mixed(a, b) {
  return a.map((sample, i) => sample + b[i]);
}

/** @param {Float32Array} samples */
export function rms(samples) {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
