// Makes the recordings beside this file: node record.mjs (with chromium, firefox-esr and pulseaudio on the PATH).
// Each browser opens a page that plays synthetic speech into a MediaRecorder; no microphone is needed, but
// Firefox has no time without a sound card, hence the one that takes everything.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const speech = fileURLToPath(new URL('../../../../../local-speech-service/src/test/resources/speech/', import.meta.url));

const WEBM = 'audio/webm;codecs=opus';
const MP4 = 'audio/mp4;codecs=opus';

const recordings = {
  chromium: [
    { file: 'chromium-slice100.webm', speech: 'patient.wav', mime: WEBM, bitsPerSecond: 24000, slice: 100, channels: 1 },
    { file: 'chromium-whole.webm', speech: 'office.wav', mime: WEBM, bitsPerSecond: 32000, slice: 0, channels: 1 },
    { file: 'chromium-stereo-slice20.webm', speech: 'walk.wav', mime: WEBM, bitsPerSecond: 32000, slice: 20, channels: 2 },
    { file: 'chromium-slice250.mp4', speech: 'letter.wav', mime: MP4, bitsPerSecond: 24000, slice: 250, channels: 1 },
    { file: 'chromium-whole.mp4', speech: 'review.wav', mime: MP4, bitsPerSecond: 24000, slice: 0, channels: 1 },
  ],
  firefox: [
    { file: 'firefox-slice100.webm', speech: 'medication.wav', mime: WEBM, bitsPerSecond: 24000, slice: 100, channels: 1 },
    { file: 'firefox-whole.webm', speech: 'address.wav', mime: WEBM, bitsPerSecond: 32000, slice: 0, channels: 1 },
  ],
};

const commands = {
  chromium: (profile) => ['chromium', '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--autoplay-policy=no-user-gesture-required', '--user-data-dir=' + profile],
  firefox: (profile) => ['firefox-esr', '--headless', '--no-remote', '--profile', profile],
};

const FIREFOX_PREFERENCES = `
user_pref('media.autoplay.default', 0);
user_pref('media.autoplay.blocking_policy', 0);
user_pref('browser.shell.checkDefaultBrowser', false);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('app.update.enabled', false);
`;

/** Serves the page to one browser, and keeps what it sends back. */
async function serve(plan) {
  let done;
  const finished = new Promise((resolve) => { done = resolve; });
  const server = createServer(async (request, response) => {
    const [, kind, name] = request.url.split('/');
    if (request.method === 'POST') {
      const body = Buffer.concat(await request.toArray());
      if (kind === 'result') {
        await writeFile(join(here, basename(name)), body);
      } else if (kind === 'failed') {
        console.error(body.toString());
        process.exitCode = 1;
      } else {
        done();
      }
      response.end();
    } else if (kind === 'plan') {
      response.end(JSON.stringify(plan));
    } else if (kind === 'speech') {
      response.end(await readFile(join(speech, basename(name))));
    } else {
      response.setHeader('Content-Type', 'text/html');
      response.end(await readFile(join(here, 'record.html')));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, finished, url: `http://localhost:${server.address().port}/` };
}

/** Ends a process, and waits until it has ended. */
async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill();
    await once(child, 'exit');
  }
}

for (const [browser, plan] of Object.entries(recordings)) {
  const { server, finished, url } = await serve(plan);
  const profile = await mkdtemp(join(tmpdir(), 'record-'));
  const socket = join(profile, 'sound');
  await writeFile(join(profile, 'user.js'), FIREFOX_PREFERENCES);
  const soundCard = spawn('pulseaudio', ['-n', '--daemonize=no', '--exit-idle-time=-1', '--load=module-null-sink',
    '--load=module-native-protocol-unix socket=' + socket], { stdio: 'ignore' });
  const [command, ...options] = commands[browser](profile);
  const env = { ...process.env, PULSE_SERVER: 'unix:' + socket };
  const child = spawn(command, [...options, url], { stdio: 'ignore', env });
  await Promise.race([finished, once(child, 'exit')]);
  await end(child);
  await end(soundCard);
  server.closeAllConnections();
  server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
