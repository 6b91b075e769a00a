import assert from 'node:assert/strict';
import {beforeEach, test} from 'node:test';
import {Endpoint} from '../../main/resources/org/speechservlet/servlet/dictation/endpoint.js';
import {LiveUpload} from '../../main/resources/org/speechservlet/servlet/dictation/live-upload.js';
import {Phrase, WAV} from '../../main/resources/org/speechservlet/servlet/dictation/phrase.js';
import {HandClock} from './support/hand-clock.js';
import {bytes} from './support/phrases.js';
import {UploadServer, problem} from './support/upload-server.js';

/** What the page adds to the requests of a live upload. */

let clock = new HandClock();
let server = new UploadServer();
let phrase = new Phrase(1, WAV);
let cancellation = new AbortController();
/** @type {Record<string, string>} */
let pageHeaders = {};
/** @type {any} */
let outcome;

beforeEach(() => {
  clock = new HandClock();
  server = new UploadServer();
  phrase = new Phrase(1, WAV);
  cancellation = new AbortController();
  pageHeaders = {};
  outcome = undefined;
});

function send() {
  const headersFor = (/** @type {string} */ _, /** @type {string} */ method) => (method === 'HEAD' ? {} : pageHeaders);
  const endpoint = new Endpoint({url: 'https://example.org/app/speech/', fetch: server.fetch, headersFor, timers: clock});
  const network = {isOnline: () => true, onOnline: () => () => undefined};
  const listener = {begun: () => undefined, done: () => undefined};
  new LiveUpload(phrase, endpoint, {timers: clock, random: () => 1, network}, listener).send(cancellation.signal)
    .then((value) => (outcome = value), (error) => (outcome = error));
}

/** Speaks for half a second. */
async function speak() {
  for (let i = 0; i < 5; i++) {
    phrase.append(bytes(0, 100));
    await clock.advance(100);
  }
}

async function fallSilent() {
  phrase.complete();
  await clock.advance(0);
}

test('liveUpload_toAServerThatDemandsAToken_sendsTheOneThatThePageHasThen', async () => {
  let token = pageHeaders['x-csrf-token'] = 'first';
  server.mishaps = Array(20).fill((/** @type {any} */ {method, headers}, /** @type {() => Response} */ handle) =>
    (method === 'HEAD' || headers.get('X-CSRF-TOKEN') === token ? handle() : problem(403, {title: 'Forbidden'})));
  send();
  await speak();
  token = pageHeaders['x-csrf-token'] = 'second';
  await speak();
  await fallSilent();
  assert.equal(outcome?.text, 'Hello.');
  assert.deepEqual(Uint8Array.from(server.uploads.at(-1)?.bytes ?? []), phrase.slice(0, phrase.size));
});

test('liveUpload_cancelled_isDeletedWithThePagesToken', async () => {
  pageHeaders = {'x-csrf-token': 'secret'};
  send();
  await speak();
  cancellation.abort();
  await clock.advance(0);
  assert.equal(server.requests.at(-1)?.headers.get('X-CSRF-TOKEN'), 'secret');
});

test('liveUpload_headersThatItNeeds_arentChangedByThePage', async () => {
  pageHeaders = {accept: 'text/html', 'upload-complete': '?1', 'content-type': 'text/plain'};
  send();
  await speak();
  await fallSilent();
  assert.equal(outcome?.text, 'Hello.');
  assert.equal(server.requests[0].headers.get('Content-Type'), 'audio/wav');
});
