// The element that has the focus now: what it is, and what is wrong with it. null: nothing in the page has it.
(known) => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const problems = [];
  window.__stops ??= [];
  const index = window.__stops.indexOf(element);
  if (index >= 0) return { index, text: describe(element), problems };
  window.__stops.push(element);

  const box = element.getBoundingClientRect();
  // Of a field of several lines the browser shows the line that is written in.
  const isWhole = box.top >= -1 && box.bottom <= innerHeight + 1;
  if (!isWhole && box.height <= innerHeight && element.localName !== "textarea") problems.push("steht nicht auf dem Bildschirm");
  if (box.right < 1 || box.left > innerWidth - 1 || box.width <= 1 || box.height <= 1) problems.push("ist nicht zu sehen");
  else {
    const first = element.getClientRects()[0];
    const [x, y] = [(first.left + first.right) / 2, (Math.max(first.top, 0) + Math.min(first.bottom, innerHeight)) / 2];
    const hit = document.elementFromPoint(Math.min(Math.max(x, 0), innerWidth - 1), y);
    if (hit && !element.contains(hit) && !hit.contains(element)) problems.push(`ist verdeckt von ${describe(hit)}`);
  }
  if (!nameOf(element)) problems.push("hat keinen Namen");

  const parts = (color) => color.match(/[\d.]+/g).map(Number);
  const alpha = (color) => parts(color)[3] ?? 1;
  // What shows through a half transparent colour counts too: forced colours are.
  const on = (color, ground) => parts(color).slice(0, 3).map((part, place) => part * alpha(color) + parts(ground)[place] * (1 - alpha(color)));
  const luminance = (color) => {
    const linear = color.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const contrast = (color, ground) => {
    const [low, high] = [luminance(on(color, ground)), luminance(parts(ground))].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  };
  let ground = "rgb(255, 255, 255)";
  for (let current = element.parentElement; current; current = current.parentElement) {
    const color = getComputedStyle(current).backgroundColor;
    if (alpha(color) === 1) {
      ground = color;
      break;
    }
  }
  const style = getComputedStyle(element);
  const rings = [];
  if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) rings.push(style.outlineColor);
  if (style.boxShadow !== "none" && !known.outlineOnly) rings.push(style.boxShadow.match(/^[a-z]+\([^)]*\)/)[0]);
  const best = Math.max(0, ...rings.map((color) => contrast(color, ground)));
  if (best < 3) problems.push(`zeigt den Fokus nicht (Kontrast ${best.toFixed(1)} auf ${ground})`);
  return { index: -1, text: describe(element), problems };
};
