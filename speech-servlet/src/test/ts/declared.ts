/** Holds the hand-written declarations against the modules that they describe. */
import type * as declared from '../../main/resources/org/speechservlet/servlet/dictation.js';
import * as modules from '../../main/resources/org/speechservlet/servlet/dictation/index.js';

export const asDeclared: Omit<typeof declared, 'SpeechRecognition' | 'adapters' | 'setTexts'> = modules;
/** Its handlers are made at run time, so that TypeScript does not see them in the module. */
export const recognition: Omit<declared.SpeechRecognition, `on${string}` | 'addEventListener'> =
  new modules.SpeechRecognition();
export const adapters: declared.Adapter[] = modules.adapters;
/** The declaration names no texts, so that a page may be written for a version that has more of them. */
export const setTexts: (language: string, texts: Record<string, string>) => void =
  modules.setTexts as (language: string, texts: Partial<Record<string, string>>) => void;
