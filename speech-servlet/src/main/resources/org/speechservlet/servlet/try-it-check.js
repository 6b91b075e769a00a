/** The part of the page to try it that is for administrators: starts a check, and lists what it found. */

import {headersFor} from './dictation.js';

const MARKS = {passed: 'OK', warning: 'Look', failed: 'Wrong', 'not-tried': 'Not tried'};

/** Which no line may part. */
const NUMBER_BEFORE_UNIT = /(\d) (?=m?s\b)/g;

const start = document.getElementById('check-start');
const summary = document.getElementById('check-summary');
const findings = document.getElementById('check-findings');

start.disabled = false;
start.addEventListener('click', check);

async function check() {
  if (start.getAttribute('aria-disabled') === 'true') {
    return;
  }
  // Not "disabled": the focus would be lost.
  start.setAttribute('aria-disabled', 'true');
  findings.hidden = true;
  summary.textContent = 'Checking … this takes some seconds, a minute at most.';
  try {
    await show(await fetch('check', {method: 'POST', headers: {Accept: 'application/json', ...headersFor('check', 'POST')}}));
  } catch {
    summary.textContent = 'No answer came that this page understands. Is the application still there, and are you still logged in?';
  } finally {
    start.removeAttribute('aria-disabled');
  }
}

/** Throws where the answer is not the servlet's, such as a page for a login, or of a filter that refuses the request. */
async function show(response) {
  const report = await response.json();
  if (!response.ok) {
    summary.textContent = refusal(report);
    return;
  }
  findings.replaceChildren(...report.findings.map(item));
  findings.hidden = false;
  summary.textContent = report.summary;
}

function refusal({title, detail}) {
  if (!title || !detail) {
    throw new TypeError('Not a problem of the servlet');
  }
  return `${title}. ${detail}`;
}

function item(finding) {
  const element = document.createElement('li');
  element.className = finding.verdict;
  const words = `${finding.step}: ${finding.words}`.replaceAll(NUMBER_BEFORE_UNIT, '$1\u00a0');
  element.append(part('strong', MARKS[finding.verdict] ?? finding.verdict), part('span', words));
  return element;
}

function part(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
