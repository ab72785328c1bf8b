// Short name of an element for a person who has to find it.
const describe = (element) => {
  const names = [...element.classList].map((name) => `.${name}`).join("");
  const words = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
  return `<${element.localName}${element.id ? `#${element.id}` : ""}${names}>${words ? ` "${words}"` : ""}`;
};

const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

// What only screen readers get: one pixel, cut away.
const isOnlyHeard = (element) => {
  for (let current = element; current; current = current.parentElement) {
    const box = current.getBoundingClientRect();
    const style = getComputedStyle(current);
    if (style.position === "absolute" && box.width <= 1 && box.height <= 1) return true;
  }
  return false;
};

const CONTROLS =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]";

const tabStops = () =>
  [...document.querySelectorAll(CONTROLS)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" && !element.closest("[inert]") && isShown(element),
  );

const nameOf = (element) => {
  const referenced = (element.getAttribute("aria-labelledby") || "").split(/\s+/).map((id) => document.getElementById(id));
  const sources = [
    ...referenced.map((other) => other?.textContent),
    element.getAttribute("aria-label"),
    ...[...(element.labels || [])].map((label) => label.textContent),
    element.matches("input, select, textarea, iframe") ? "" : element.textContent,
    ...[...element.querySelectorAll("img[alt]")].map((image) => image.alt),
    element.matches("input[type=submit], input[type=button]") ? element.value : "",
    element.getAttribute("title"),
  ];
  return sources.map((text) => (text || "").trim()).find(Boolean) || "";
};
