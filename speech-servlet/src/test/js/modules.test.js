import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';

const FOLDER = new URL('../../main/resources/org/speechservlet/servlet/dictation/', import.meta.url);

for (const name of readdirSync(FOLDER).filter((each) => each.endsWith('.js'))) {
  test(`module_${name}_parsesAndFindsWhatItImports`, async () => {
    try {
      await import(new URL(name, FOLDER).href);
    } catch (error) {
      // Some need a browser as soon as they run; until then, all of their words and imports have been understood.
      const {name: kind, code} = /** @type {NodeJS.ErrnoException} */ (error);
      assert.ok(kind !== 'SyntaxError' && code !== 'ERR_MODULE_NOT_FOUND', `${error}`);
    }
  });
}
