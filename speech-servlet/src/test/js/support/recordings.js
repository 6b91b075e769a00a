import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const MODULE = new URL('../../../../', import.meta.url);
const OWN = new URL('../local-speech-service/src/test/resources/speech/', MODULE);
const SHARED = new URL('../../shared/audio/', MODULE);

/** A recording of this project's own. @param {string} name */
export function recording(name) {
  return readWav(new URL(`${name}.wav`, OWN));
}

/** More recordings, which lie beside the project on some machines: name and address of each. */
export function sharedRecordings() {
  try {
    return readdirSync(SHARED).filter((name) => name.endsWith('.wav')).map((name) => ({name, url: new URL(name, SHARED)}));
  } catch {
    return [];
  }
}

/** @param {URL} url of a 16-bit WAV file @returns {{rateHz: number, samples: Float32Array}} its channels' mean */
export function readWav(url) {
  const file = readFileSync(fileURLToPath(url));
  let at = 12;
  while (file.toString('latin1', at, at + 4) !== 'data') {
    at += 8 + file.readUInt32LE(at + 4);
  }
  const channels = file.readUInt16LE(22);
  const bytes = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
  const samples = Float32Array.from({length: Math.floor(bytes / (2 * channels))}, (_, i) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += file.readInt16LE(at + 8 + 2 * (i * channels + channel));
    }
    return sum / channels / 0x8000;
  });
  return {rateHz: file.readUInt32LE(24), samples};
}
