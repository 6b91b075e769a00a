import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {headersFor, setHeaders} from '../../main/resources/org/speechservlet/servlet/dictation/page-headers.js';

const OWN = 'https://example.org/app/speech/recognize';
const FOREIGN = 'https://speech.example/speech/recognize';

/** @type {Record<string, string>} */
let metas = {};
/** @type {string | null} */
let hidden = null;
let cookie = '';
/** @type {string[]} */
let warnings = [];

beforeEach(() => {
  metas = {};
  hidden = null;
  cookie = '';
  warnings = [];
  mock.method(console, 'warn', (/** @type {string} */ message) => warnings.push(message));
  mock.method(console, 'error', (/** @type {string} */ message) => warnings.push(message));
});

afterEach(() => {
  setHeaders({});
  mock.restoreAll();
});

/** What stands in the page now, as far as it is asked for. */
const page = {
  origin: 'https://example.org',
  document: {
    baseURI: 'https://example.org/app/case.html',
    get cookie() {
      return cookie;
    },
    querySelector(/** @type {string} */ selector) {
      const name = /^meta\[name="([\w-]+)"\]$/.exec(selector)?.[1];
      if (name) {
        return name in metas ? {content: metas[name]} : null;
      }
      assert.equal(selector, 'input[type="hidden"][name="_csrf"]');
      return hidden === null ? null : {value: hidden};
    },
  },
};

function sent(url = OWN, method = 'POST') {
  return headersFor(url, method, /** @type {any} */ (page));
}

test('headers_ofAPageWithoutToken_areNone', () => {
  assert.deepEqual(sent(), {});
});

for (const method of ['POST', 'PATCH', 'DELETE']) {
  test(`springsToken_goesWith_${method}_underItsName`, () => {
    metas = {_csrf: 'secret', _csrf_header: 'X-Desk-Token'};
    assert.deepEqual(sent(OWN, method), {'x-desk-token': 'secret'});
  });
}

test('token_isKeptFromRequestsThatChangeNothing', () => {
  metas = {_csrf: 'secret', _csrf_header: 'X-CSRF-TOKEN'};
  assert.deepEqual(sent(OWN, 'HEAD'), {});
});

for (const url of [FOREIGN, 'http://example.org/app/speech/recognize', 'https://example.org:8443/app/speech/recognize']) {
  test(`token_isKeptFromAnotherOrigin_${url}`, () => {
    metas = {_csrf: 'secret', _csrf_header: 'X-CSRF-TOKEN', 'csrf-token': 'secret'};
    hidden = 'secret';
    cookie = 'XSRF-TOKEN=secret';
    assert.deepEqual(sent(url), {});
  });
}

test('token_thatThePageRenews_isReadAnew', () => {
  metas = {_csrf: 'old', _csrf_header: 'X-CSRF-TOKEN'};
  sent();
  metas._csrf = 'new';
  assert.deepEqual(sent(), {'x-csrf-token': 'new'});
});

test('springsToken_withoutAHeadersName_isNotSent', () => {
  metas = {_csrf: 'secret'};
  assert.deepEqual(sent(), {});
});

test('csrfTokenMeta_asOfRailsAndLaravel_isXCsrfToken', () => {
  metas = {'csrf-token': 'secret'};
  assert.deepEqual(sent(), {'x-csrf-token': 'secret'});
});

test('hiddenInputOfAForm_isSentUnderBothOfSpringsNames', () => {
  hidden = 'masked';
  cookie = 'XSRF-TOKEN=raw';
  assert.deepEqual(sent(), {'x-csrf-token': 'masked', 'x-xsrf-token': 'masked'});
});

for (const [what, cookies, token] of [
  ['alone', 'XSRF-TOKEN=secret', 'secret'],
  ['among others', 'a=b; XSRF-TOKEN=a%2Fb==; c=d', 'a/b=='],
  ['with a percent sign that encodes nothing', 'XSRF-TOKEN=100%', '100%'],
]) {
  test(`cookie_${what}_isXXsrfToken`, () => {
    cookie = cookies;
    assert.deepEqual(sent(), {'x-xsrf-token': token});
  });
}

test('cookie_ofAnotherName_isNoToken', () => {
  cookie = 'MY-XSRF-TOKEN=secret; XSRF-TOKEN=';
  assert.deepEqual(sent(), {});
});

for (const [what, name, content] of [
  ['a name with a space', 'X Token', 'secret'],
  ['a name with a line break', 'X-Token\r\nX-Other', 'secret'],
  ['no name', '', 'secret'],
  ['a name of ours', 'upload-offset', 'secret'],
  ['another name of ours', 'Content-Type', 'secret'],
  ['a value with a line break', 'X-Token', 'secret\nX-Other: x'],
  ['a value beyond Latin-1', 'X-Token', 'secret🔑'],
]) {
  test(`header_with_${what}_isLeftOutAndToldOnceWithoutItsValue`, () => {
    metas = {_csrf: content, _csrf_header: name};
    assert.deepEqual(sent(), {});
    assert.deepEqual(sent(), {});
    assert.ok(warnings.length <= 1 && !warnings.join().includes('secret'), warnings.join());
  });
}

test('headersOfThePage_goWithEachRequestToItsOwnOriginOnly', () => {
  setHeaders({'X-Tenant': 'north', 'X-Empty': undefined});
  assert.deepEqual(sent(OWN, 'HEAD'), {'x-tenant': 'north'});
  assert.deepEqual(sent(FOREIGN), {});
});

test('headersOfAFunction_areAskedForEachRequest', () => {
  setHeaders(({url, method}) => ({Authorization: `${method} ${url}`}));
  assert.deepEqual(sent(FOREIGN, 'PATCH'), {authorization: `PATCH ${FOREIGN}`});
  assert.deepEqual(sent('speech/recognize'), {authorization: `POST ${OWN}`});
});

test('headersOfThePage_prevailOverTheToken', () => {
  metas = {'csrf-token': 'found'};
  setHeaders({'x-csrf-TOKEN': 'given'});
  assert.deepEqual(sent(), {'x-csrf-token': 'given'});
});

test('functionThatFails_costsItsHeadersOnly', () => {
  metas = {'csrf-token': 'found'};
  setHeaders(() => {
    throw new Error('no token yet');
  });
  assert.deepEqual(sent(), {'x-csrf-token': 'found'});
  assert.equal(warnings.length, 1);
});
