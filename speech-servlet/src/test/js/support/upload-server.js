/**
 * A server of resumable uploads in memory (draft-ietf-httpbis-resumable-upload), in the dialect of this project's servlet,
 * that does as badly as a test tells it to.
 *
 * @typedef {{name: string, bytes: number[], isComplete: boolean, answer: (() => Response) | null}} StoredUpload
 * @typedef {{method: string, url: string, headers: Headers, body: Uint8Array}} Received
 * @typedef {(request: Received, handle: () => Response) => Response | Promise<Response>} Mishap
 */
export class UploadServer {
  /** All uploads that were ever created. @type {StoredUpload[]} */
  uploads = [];
  /** @type {Received[]} */
  requests = [];
  /** What happens to the next requests, in order; null lets one pass. @type {(Mishap | null)[]} */
  mishaps = [];
  answer = () => json({RecognitionStatus: 'Success', DisplayText: 'Hello.'});

  /** @type {typeof fetch} */
  fetch = async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const body = new Uint8Array(/** @type {Uint8Array<ArrayBuffer> | undefined} */ (init.body) ?? []);
    const url = String(input);
    const request = {method: init.method ?? 'GET', url, headers: new Headers(init.headers), body};
    this.requests.push(request);
    const mishap = this.mishaps.shift();
    const handle = () => this.#handle(request);
    const response = await (mishap ? abortable(Promise.resolve(mishap(request, handle)), init.signal) : handle());
    return Object.defineProperty(response, 'url', {value: url});
  };

  /** Forgets every upload, as a node does that dies. */
  forget() {
    this.uploads.forEach((upload) => (upload.name = 'forgotten'));
  }

  /** What was asked, in short. */
  get log() {
    return this.requests.map(({method, headers}) =>
      [method, headers.get('Upload-Offset'), headers.get('Upload-Complete')].filter((each) => each !== null).join(' '));
  }

  /** @param {Received} request */
  #handle(request) {
    if (request.method === 'POST') {
      return request.headers.has('Upload-Complete') ? this.#create(request) : this.answer();
    }
    const upload = this.uploads.find(({name}) => request.url === `https://example.org/app/speech/uploads/${name}`);
    if (!upload || request.headers.get('Upload-Token') !== `token of ${upload.name}`) {
      return problem(404, {type: 'unknown-upload'});
    }
    switch (request.method) {
      case 'PATCH':
        return this.#append(upload, request);
      case 'HEAD':
        return empty(204, state(upload));
      default:
        upload.name = 'deleted';
        return empty(204);
    }
  }

  /** @param {Received} request */
  #create({body}) {
    const upload = {name: `upload-${this.uploads.length + 1}`, bytes: [...body], isComplete: false, answer: null};
    this.uploads.push(upload);
    const owned = {
      Location: `uploads/${upload.name}`,
      'Upload-Token': `token of ${upload.name}`,
      'X-Request-Id': `id of ${upload.name}`,
    };
    return empty(201, {...state(upload), ...owned, 'Upload-Limit': 'max-size=10000000, max-age=60'});
  }

  /** @param {StoredUpload} upload @param {Received} request */
  #append(upload, {headers, body}) {
    const from = Number(headers.get('Upload-Offset'));
    const isLast = headers.get('Upload-Complete') === '?1';
    if (upload.answer && isLast && from + body.length === upload.bytes.length) {
      return upload.answer();
    }
    if (from !== upload.bytes.length) {
      return problem(409, {type: 'mismatching-upload-offset'}, state(upload));
    }
    upload.bytes.push(...body);
    upload.isComplete = isLast;
    return isLast ? this.#finish(upload) : empty(204, state(upload));
  }

  /** @param {StoredUpload} upload */
  #finish(upload) {
    upload.answer = () => {
      const answer = this.answer();
      answer.headers.set('Upload-Complete', '?1');
      return answer;
    };
    return upload.answer();
  }
}

/** The connection breaks before the server has seen anything. */
export const CUT_BEFORE = () => {
  throw new TypeError('network error');
};

/** The connection breaks when the server has done its part. @type {Mishap} */
export const CUT_AFTER = (_, handle) => {
  handle();
  throw new TypeError('network error');
};

/** Nothing comes, ever. */
export const HANG = () => /** @type {Promise<Response>} */ (new Promise(() => {}));

/** Something on the way answers in place of the server. @param {number} status */
export function proxyAnswers(status) {
  return () => new Response('<h1>Bad Gateway</h1>', {status, headers: {'Content-Type': 'text/html'}});
}

/** @param {object} body @param {ResponseInit} [init] */
export function json(body, init = {}) {
  return new Response(JSON.stringify(body), {...init, headers: {'Content-Type': 'application/json', ...init.headers}});
}

/** @param {number} status @param {object} body @param {Record<string, string>} [headers] */
export function problem(status, body, headers = {}) {
  return json(body, {status, headers: {'Content-Type': 'application/problem+json', ...headers}});
}

/** @param {number} status @param {Record<string, string>} [headers] */
function empty(status, headers = {}) {
  return new Response(null, {status, headers});
}

/** @param {StoredUpload} upload */
function state({bytes, isComplete}) {
  return {'Upload-Offset': String(bytes.length), 'Upload-Complete': isComplete ? '?1' : '?0'};
}

/** @template T @param {Promise<T>} promise @param {AbortSignal | null | undefined} signal @returns {Promise<T>} */
function abortable(promise, signal) {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    promise.then(resolve, reject);
  });
}
