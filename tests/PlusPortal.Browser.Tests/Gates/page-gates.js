// What the gates look at inside a page. Evaluated by the tests, never served: each function returns sentences about what is wrong.
(() => {
  const skip = "script, style, noscript, template, svg, option, textarea";

  /** Enough to find an element again. */
  function name(element) {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((item) => `.${item}`).join("");
    const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 50);
    return `<${element.localName}${id}${classes}>${text ? ` « ${text} »` : ""}`;
  }

  /** What holds for an element when it holds for it or for anything around it: asked once an element, for one question. */
  let known = new Map();
  function orAround(key, element, holds) {
    if (!element) return false;
    if (!known.has(key)) known.set(key, new WeakMap());
    const answers = known.get(key);
    if (!answers.has(element)) answers.set(element, holds(element, getComputedStyle(element)) || orAround(key, element.parentElement, holds));
    return answers.get(element);
  }

  /** Each question looks at the page anew: it may have been resized or restyled since the last one. */
  const anew = (question) => (...given) => {
    known = new Map();
    return question(...given);
  };

  const clips = (element, style) => style.clipPath.startsWith("inset(50%") || style.clip.startsWith("rect(0px, 0px")
    || (style.overflow !== "visible" && (element.clientWidth <= 1 || element.clientHeight <= 1) && style.display !== "inline");

  /** Drawn on the screen: neither hidden nor kept for screen readers. */
  function isSeen(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !orAround("clips", element, clips);
  }

  /** Laid over the page on purpose: what sticks to the window, and lists that open under a field. */
  function isOutOfFlow(element) {
    return orAround("floats", element, (around, style) => around.matches("[role=listbox]") || ["fixed", "sticky"].includes(style.position));
  }

  /** One h1, no level left out, and a title that begins as the h1 does. */
  function headings() {
    const found = [];
    const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.checkVisibility());
    const first = all.filter((heading) => heading.localName === "h1");
    if (first.length !== 1) found.push(`${first.length} h1 instead of one`);

    // The list of what is wrong in a form has a heading of its own before the h1.
    let last = 1;
    for (const heading of all) {
      const level = Number(heading.localName[1]);
      if (level > last + 1) found.push(`${name(heading)} follows a heading of level ${last}`);
      last = level;
    }
    const title = document.title.replace(/^Erreur\s*:\s*/, "").replace(/\s+/g, " ");
    const heading = (first[0]?.textContent ?? "").trim().replace(/\s+/g, " ");
    if (!title.startsWith(heading)) found.push(`the title « ${document.title} » does not begin with the h1 « ${heading} »`);
    return found;
  }

  /** Nothing to scroll sideways, but a table in a region of its own. */
  function sideways() {
    const found = [];
    const root = document.documentElement;
    const beyond = root.scrollWidth - root.clientWidth;
    if (beyond > 0) {
      const wide = [...document.body.querySelectorAll("*")].filter((element) => isSeen(element) && element.getBoundingClientRect().right > root.clientWidth + 0.5);
      found.push(`the page is ${beyond} pixels too wide because of ${wide.slice(-3).map(name).join(", ") || "something outside the flow"}`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (!["auto", "scroll"].includes(getComputedStyle(element).overflowX) || element.scrollWidth <= element.clientWidth + 1) continue;
      if (element.matches("input, textarea, select") || element.querySelector("table") || !isSeen(element)) continue;
      found.push(`${name(element)} scrolls sideways and holds no table`);
    }
    return found;
  }

  /** Text that its own box cuts off, and text that runs over other text. */
  function lostText() {
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (element.matches(skip) || element.closest("svg, select") || element.matches("input") || !element.textContent.trim() || !isSeen(element)) continue;
      const cutsX = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutsY = ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if ((cutsX || cutsY) && style.display !== "inline") found.push(`${name(element)} cuts its text`);
    }
    return [...found, ...overlaps()];
  }

  function overlaps() {
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(skip) || !isSeen(parent) || isOutOfFlow(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) lines.push({ parent, box });
      }
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    const found = new Set();
    for (let index = 0; index < lines.length; index++) {
      const { parent, box } = lines[index];
      for (let next = index + 1; next < lines.length && lines[next].box.top < box.bottom; next++) {
        const other = lines[next];
        if (other.parent === parent) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (across > 2 && down > 0.4 * Math.min(box.height, other.box.height)) found.add(`${name(parent)} and ${name(other.parent)} lie over each other`);
      }
    }
    return [...found];
  }

  /** Focus that cannot be seen. The keyboard must have been used before, or the browser shows none. */
  function hiddenFocus() {
    const found = [];
    const look = (element) => [element, ...(element.labels ?? []), element.parentElement, element.nextElementSibling, element.closest("label, .choice, .card")]
      .filter(Boolean)
      .map((item) => {
        const style = getComputedStyle(item);
        return [style.outlineStyle === "none" ? "" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`, style.boxShadow, style.borderColor, style.backgroundColor, style.textDecorationLine].join("|");
      })
      .join("§");
    const focusable = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], [contenteditable]");
    for (const element of focusable) {
      if (element.disabled || !element.checkVisibility()) continue;
      document.activeElement?.blur();
      const before = look(element);
      element.focus({ preventScroll: true });
      if (document.activeElement !== element) found.push(`${name(element)} cannot take the focus`);
      else if (look(element) === before) found.push(`${name(element)} looks the same with the focus as without`);
      else if (!isSeen(element) && !(element.matches("input[type=radio], input[type=checkbox]") && [...element.labels].some(isSeen))) found.push(`${name(element)} has the focus and is not on the screen`);
    }
    document.activeElement?.blur();
    return found;
  }

  /** What is a thing of its own on the page: without its edge it would run into what is around it. */
  const edged = ".btn, .chip, .tag, .card-item, .entry, .notice, .confirmation, .error-summary, .empty-state, .form-control, .form-select, .form-check-input, .choices--cards .form-check, .counts a";

  /** In forced colours backgrounds and shadows are gone: only a border tells where a thing ends. */
  function lostEdges() {
    const found = [];
    for (const element of document.querySelectorAll(edged)) {
      if (!isSeen(element)) continue;
      const style = getComputedStyle(element);
      const hasEdge = ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Color`] !== style.backgroundColor);
      if (!hasEdge) found.push(`${name(element)} has no edge in forced colours`);
    }
    return found;
  }

  /** What moves although less motion is asked. */
  function motion() {
    const found = [];
    const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0);
    for (const element of document.querySelectorAll("*")) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        if (lasts(style.transitionDuration)) found.push(`${name(element)}${part ?? ""} has a transition`);
        if (style.animationName !== "none" && lasts(style.animationDuration)) found.push(`${name(element)}${part ?? ""} is animated`);
        if (!part && style.scrollBehavior === "smooth") found.push(`${name(element)} scrolls smoothly`);
      }
    }
    return found;
  }

  /** On paper nothing can be pressed and no menu leads anywhere; the heading is there. */
  function paper() {
    const found = [...document.querySelectorAll("nav, .site-footer, .skip-link, .btn, button")].filter((element) => isSeen(element)).map((element) => `${name(element)} is printed`);
    if (!document.querySelector("h1")?.checkVisibility()) found.push("the heading is not printed");
    return found;
  }

  const spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";
  const doubled = "html { font-size: 200% !important; }";

  /** What a question finds under another style, which the security policy of the page lets nobody lay over it by an element. */
  function under(style, question) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
    const found = anew(question)();
    document.adoptedStyleSheets = [];
    return found;
  }

  /** Text lost as the page is, with wide spacing, and doubled: asked in one go, so that nothing of it has to be drawn. */
  function looks(isNarrow) {
    return [
      [...anew(lostText)(), ...anew(sideways)()],
      under(spacing, () => [...lostText(), ...(isNarrow ? sideways() : [])]),
      isNarrow ? [] : under(doubled, lostText),
    ];
  }

  /** Every text, or field, with what lies behind it, once: what axe says about colours depends on nothing else. */
  function palette() {
    const found = new Set();
    const layers = new WeakMap();
    // Opacity reaches through; a solid colour hides all that is behind.
    const behind = (element) => {
      if (!element) return "";
      if (!layers.has(element)) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const isSolid = backgroundImage === "none" && !/^rgba|^transparent|\//.test(backgroundColor);
        layers.set(element, `${backgroundColor} ${backgroundImage} ${opacity}${isSolid ? fade(element.parentElement) : `, ${behind(element.parentElement)}`}`);
      }
      return layers.get(element);
    };
    // What is lifted out of the flow may lie behind a text, or over it, without being around it.
    const lifted = [...document.body.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return style.position !== "static" && (style.backgroundImage !== "none" || !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor)) && isSeen(element);
    }).map((element) => ({ element, box: element.getBoundingClientRect() }));
    const beside = (element) => {
      const box = element.getBoundingClientRect();
      return lifted.filter((other) => !other.element.contains(element) && !element.contains(other.element)
        && other.box.left < box.right && box.left < other.box.right && other.box.top < box.bottom && box.top < other.box.bottom).map((other) => behind(other.element)).join(" / ");
    };
    const fade = (element) => (element ? (getComputedStyle(element).opacity === "1" ? "" : ` faded ${getComputedStyle(element).opacity}`) + fade(element.parentElement) : "");
    for (const element of document.body.querySelectorAll("*")) {
      const isText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!(isText || element.matches("input, select, textarea")) || element.matches(skip) || !isSeen(element)) continue;
      const style = getComputedStyle(element);
      const link = element.closest("a[href]");
      const around = link ? getComputedStyle(link.parentElement) : null;
      const inText = link ? [style.textDecorationLine, style.borderBottomStyle, around.color, around.fontWeight, behind(link.parentElement)] : [];
      // Large text, by WCAG: 24 pixels, or 18.66 and bold. Nothing else about the size changes what is asked of its colour.
      const pixels = parseFloat(style.fontSize);
      const isLarge = pixels >= 24 || (pixels >= 18.66 && Number(style.fontWeight) >= 700);
      // Axe asks nothing of what is disabled.
      const isDisabled = Boolean(element.closest(":disabled, [aria-disabled=true]"));
      found.add([style.color, isLarge, isDisabled, style.textShadow, behind(element), beside(element), ...inText].join("|"));
    }
    return [...found];
  }

  /** What axe finds: WCAG 2.0 to 2.2, levels A and AA; all of it, what depends on colours, or the rest. */
  async function accessibility(part) {
    const ofColours = ["color-contrast", "link-in-text-block"];
    const result = await axe.run(document, {
      ...(part === "colours"
        ? { runOnly: { type: "rule", values: ofColours } }
        : {
          runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
          rules: { "target-size": { enabled: true }, ...(part === "rest" ? Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }])) : {}) },
        }),
      resultTypes: ["violations"],
      elementRef: false,
    });
    return result.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${rule.help} — ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`.trim()));
  }

  globalThis.plusGates = {
    headings, accessibility, looks, palette: anew(palette),
    hiddenFocus: anew(hiddenFocus), lostEdges: anew(lostEdges), motion, paper: anew(paper),
  };
})();
