/** WAV files of 16-bit mono samples at 16 kHz, the form of audio that every recognizer takes. */

export const RATE_HZ = 16000;
export const WAV_HEADER_BYTES = 44;

const BYTES_PER_SAMPLE = 2;
const FORMAT_CHUNK_BYTES = 16;
const PCM = 1;

/** Stands where a recorder cannot know yet how much will follow. */
const UNKNOWN_BYTES = 0xffffffff;

/**
 * The head of a WAV file (Multimedia Programming Interface and Data Specifications 1.0, "Resource Interchange File
 * Format").
 *
 * @param {number} [dataBytes] the samples' length in bytes; without it the head says that the length is unknown
 */
export function wavHeader(dataBytes) {
  const header = new DataView(new ArrayBuffer(WAV_HEADER_BYTES));
  writeAscii(header, 0, 'RIFF');
  header.setUint32(4, dataBytes === undefined ? UNKNOWN_BYTES : WAV_HEADER_BYTES - 8 + dataBytes, true);
  writeAscii(header, 8, 'WAVEfmt ');
  header.setUint32(16, FORMAT_CHUNK_BYTES, true);
  header.setUint16(20, PCM, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, RATE_HZ, true);
  header.setUint32(28, RATE_HZ * BYTES_PER_SAMPLE, true);
  header.setUint16(32, BYTES_PER_SAMPLE, true);
  header.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
  writeAscii(header, 36, 'data');
  header.setUint32(40, dataBytes ?? UNKNOWN_BYTES, true);
  return new Uint8Array(header.buffer);
}

/**
 * Samples as a WAV file holds them: 16 bits, the low byte first. What is beyond full scale is clipped.
 *
 * @param {Float32Array} samples -1 to 1
 */
export function pcm16(samples) {
  const bytes = new DataView(new ArrayBuffer(samples.length * BYTES_PER_SAMPLE));
  samples.forEach((sample, i) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    bytes.setInt16(i * BYTES_PER_SAMPLE, Math.round(clipped * 0x7fff), true);
  });
  return new Uint8Array(bytes.buffer);
}

/** @param {DataView} target @param {number} offset @param {string} text */
function writeAscii(target, offset, text) {
  for (let i = 0; i < text.length; i++) {
    target.setUint8(offset + i, text.charCodeAt(i));
  }
}
