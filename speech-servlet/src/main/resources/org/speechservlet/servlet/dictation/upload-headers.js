/** The header fields of a resumable upload (draft-ietf-httpbis-resumable-upload), as this code needs them. */

/** @param {Response} response @returns {boolean | null} null where the server says nothing, as one without uploads does */
export function uploadComplete(response) {
  const value = response.headers.get('Upload-Complete');
  return value === null ? null : value.trim() === '?1';
}

/** @param {Response} response @returns {number | null} how many bytes the server has */
export function uploadOffset(response) {
  const value = response.headers.get('Upload-Offset');
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** @param {Response} response @returns {number} the most bytes that one append may have; Infinity where nothing is said */
export function maxAppendBytes(response) {
  const limit = /(?:^|,)\s*max-append-size=(\d{1,15})\b/.exec(response.headers.get('Upload-Limit') ?? '');
  return limit ? Number(limit[1]) : Infinity;
}
