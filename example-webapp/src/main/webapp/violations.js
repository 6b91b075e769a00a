/** Shows what the browser refuses under the page's policy. Loaded first, so that it misses nothing. */
const refused = [];

document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
  refused.push(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
  document.getElementById('violations').textContent = refused.join('; ');
});
