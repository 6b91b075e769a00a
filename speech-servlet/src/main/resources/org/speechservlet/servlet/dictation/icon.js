import {svg} from './dom.js';

/**
 * @returns {SVGElement} a microphone, and the square for "stop" that the style sheet shows in its place while it
 * listens
 */
export function icon() {
  return svg('svg', {class: 'icon', part: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false'},
    svg('g', {class: 'microphone'},
      svg('rect', {x: '9', y: '3', width: '6', height: '11', rx: '3'}),
      svg('path', {d: 'M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M8.5 21h7', class: 'stroke'})),
    svg('rect', {class: 'square', x: '7', y: '8', width: '10', height: '10', rx: '1.5'}),
    svg('path', {class: 'slash stroke', d: 'M4 4l16 16'}));
}
