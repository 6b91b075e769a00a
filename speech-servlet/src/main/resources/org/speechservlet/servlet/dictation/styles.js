/**
 * How the button looks. Colours follow the page's colour scheme; what a page may change has a name that begins with
 * --dictation. What begins with --_ is the button's own, apart from names that a page may use in its values. Lengths
 * grow with the page's root font, but do not shrink with it: many pages make it 10px, to reckon in tenths.
 */

const CSS = `
:host {
  --_size: var(--dictation-size, max(2rem, 32px));
  --_active: var(--dictation-active, light-dark(#c5221f, #f28b82));
  --_on-active: var(--dictation-on-active, light-dark(#fff, #2b0b0a));
  --_surface: var(--dictation-surface, light-dark(#fff, #26292e));
  --_on-surface: var(--dictation-on-surface, light-dark(#1f2328, #e8eaed));
  --_focus: var(--dictation-focus, light-dark(#0b57d0, #a8c7fa));
  --_radius: var(--dictation-radius, max(.375rem, 6px));
  display: inline-block;
  position: relative;
  vertical-align: middle;
  margin-inline-start: max(.25rem, 4px);
  line-height: 1;
}
:host([hidden]), :host([placed=unseen]) { display: none; }
:host([placed=beside][tall]) { vertical-align: top; }
:host([placed=inside]) { display: block; inline-size: 0; block-size: 0; margin: 0; }
:host([placed=floating]) { position: absolute; inline-size: 0; block-size: 0; margin: 0; }
:host(:is([placed=inside], [placed=floating])) .button {
  position: absolute;
  left: var(--x, 0);
  top: var(--y, 0);
  z-index: 3;
}
.button {
  appearance: none;
  box-sizing: border-box;
  display: inline-grid;
  place-items: center;
  position: relative;
  inline-size: max(min(var(--_size), var(--fit, var(--_size))), 24px);
  block-size: max(min(var(--_size), var(--fit, var(--_size))), 24px);
  margin: 0;
  padding: 0;
  border: 1px solid var(--dictation-border, transparent);
  border-radius: var(--_radius);
  background: var(--dictation-background, transparent);
  color: var(--dictation-color, inherit);
  cursor: pointer;
  touch-action: manipulation;
  user-select: none;
  -webkit-user-select: none;
  -webkit-touch-callout: none;
  -webkit-tap-highlight-color: transparent;
}
.button:hover { background: var(--dictation-background-hover, color-mix(in srgb, currentColor 12%, transparent)); }
.button:focus-visible, .bubble button:focus-visible, summary:focus-visible {
  outline: 2px solid var(--_focus);
  outline-offset: 2px;
}
.button:disabled { opacity: .4; cursor: not-allowed; background: transparent; }
.icon { inline-size: 62.5%; block-size: 62.5%; fill: currentColor; pointer-events: none; }
.stroke { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
.square, .slash { display: none; }
:host([state=listening]) .button, :host([state=starting]) .button {
  background: var(--_active);
  border-color: var(--_active);
  color: var(--_on-active);
}
:host([state=listening]) .microphone { display: none; }
:host([state=listening]) .square { display: inline; }
:host([state=problem]) .slash { display: inline; }
:host([state=problem]) .button { color: var(--_active); }
.meter {
  display: none;
  position: absolute;
  inset: auto 0 10% 0;
  block-size: 34%;
  justify-content: center;
  gap: 2px;
  align-items: end;
  pointer-events: none;
}
:host([state=listening]) .meter { display: flex; }
:host([state=listening]) .icon { translate: 0 -22%; }
.bar {
  inline-size: 3px;
  block-size: calc(2px + var(--level, 0) * (100% - 2px));
  background: currentColor;
  border-radius: 1px;
}
.bar:nth-child(odd) { block-size: calc(2px + var(--level, 0) * (65% - 2px)); }
@keyframes waiting { 50% { opacity: .35; } }
:host(:is([state=requesting], [state=starting], [state=processing])) .icon {
  animation: waiting 1.2s ease-in-out infinite;
}
.said {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.bubble {
  display: none;
  position: fixed;
  inset: auto;
  z-index: 2147483647;
  box-sizing: border-box;
  inline-size: max-content;
  max-inline-size: min(25em, calc(100vw - 16px));
  margin: 0;
  padding: .6em .85em;
  overflow: visible;
  border: 1px solid color-mix(in srgb, var(--_on-surface) 25%, transparent);
  border-radius: var(--_radius);
  background: var(--_surface);
  color: var(--_on-surface);
  box-shadow: 0 4px 16px rgb(0 0 0 / .2);
  font: max(.875rem, 14px)/1.4 var(--dictation-font, system-ui, sans-serif);
  text-align: start;
  white-space: normal;
}
.bubble[open] { display: block; }
/* What is only to be read does not catch clicks on what it covers. */
.bubble:not(:has(button)) { pointer-events: none; }
.bubble p { margin: 0; overflow-wrap: anywhere; }
.bubble p:empty, .bubble div:empty { display: none; }
[role=group]:has(.help:not(:empty)) .message { font-weight: 600; }
.details { margin-block-start: .25em; font-size: max(.8125rem, 13px); }
.details summary { cursor: pointer; padding-block: .3em; }
.offer { inset: auto auto 16px 16px; }
.words { max-block-size: 40vh; overflow: auto; }
.actions { display: flex; flex-wrap: wrap; gap: .6em; margin-block-start: .6em; }
.bubble button {
  min-block-size: 28px;
  padding: .15em .85em;
  border: 1px solid currentColor;
  border-radius: var(--_radius);
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
.bubble button:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
/* Browsers that do not know light-dark() go by the light scheme. */
@supports not (color: light-dark(#000, #fff)) {
  :host {
    --_active: var(--dictation-active, #c5221f);
    --_on-active: var(--dictation-on-active, #fff);
    --_surface: var(--dictation-surface, #fff);
    --_on-surface: var(--dictation-on-surface, #1f2328);
    --_focus: var(--dictation-focus, #0b57d0);
  }
}
@media (pointer: coarse) {
  :host { --_size: var(--dictation-size, max(2.75rem, 44px)); }
  .button::after { content: ''; position: absolute; inset: min(0px, calc((var(--fit, 44px) - 44px) / 2)); }
  .bubble button { min-block-size: 44px; }
}
@media (prefers-reduced-motion: reduce) {
  .icon { animation: none !important; }
  .bar, .bar:nth-child(odd) { block-size: 60%; }
}
@media (forced-colors: active) {
  .button { border-color: ButtonText; background: ButtonFace; color: ButtonText; }
  .button:disabled { border-color: GrayText; color: GrayText; opacity: 1; }
  :host([state=listening]) .button, :host([state=starting]) .button {
    forced-color-adjust: none;
    background: Highlight;
    border-color: Highlight;
    color: HighlightText;
  }
  .bubble { border-color: CanvasText; }
}
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @returns {CSSStyleSheet} one for all buttons of the page */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
