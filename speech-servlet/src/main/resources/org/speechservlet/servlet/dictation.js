/**
 * What a page loads: `<script type="module" src="speech/dictation.js"></script>`.
 *
 * It makes `<dictation-button>` known, puts a button beside each field that has `data-dictation` or is named by
 * `<meta name="dictation-fields">`, now and later, and hands out the modules to a script that imports it. The folder
 * that it comes from is the servlet's mapping.
 */
import {startOnPage} from './dictation/index.js';

startOnPage(new URL('./', import.meta.url).href);

export * from './dictation/index.js';
