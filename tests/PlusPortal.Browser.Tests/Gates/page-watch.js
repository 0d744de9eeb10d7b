// Put into every page before its own scripts: notes what only shows while the page is loading.
globalThis.plusWatch = { shift: 0, policy: [] };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.plusWatch.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", (event) => globalThis.plusWatch.policy.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile ?? ""}`));
