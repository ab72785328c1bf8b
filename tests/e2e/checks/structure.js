// Language, title, headings, landmarks, pictures: what screen readers travel along.
() => {
  const found = [];
  const root = document.documentElement;
  if (!/^[a-z]{2}(-[a-z]+)?$/i.test(root.lang)) found.push(`Sprache der Seite fehlt: lang="${root.lang}"`);
  if (!document.title.trim()) found.push("Titel fehlt");

  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(isShown);
  const first = headings.filter((heading) => heading.localName === "h1");
  if (first.length !== 1) found.push(`${first.length} h1 statt einer`);
  // Alerts stand above the heading of the page.
  let level = 0;
  for (const heading of headings.filter((heading) => !heading.closest(".alert"))) {
    const next = Number(heading.localName[1]);
    if (next > level + 1) found.push(`Überschrift springt von h${level} auf ${describe(heading)}`);
    if (!heading.textContent.trim()) found.push(`leere Überschrift ${describe(heading)}`);
    level = next;
  }

  const mains = document.querySelectorAll("main, [role=main]");
  if (mains.length !== 1) found.push(`${mains.length} main statt einem`);
  const names = [...document.querySelectorAll("nav, [role=navigation]")].map((nav) => {
    const labels = (nav.getAttribute("aria-labelledby") || "").split(/\s+/).map((id) => document.getElementById(id)?.textContent);
    return (nav.getAttribute("aria-label") || labels.join(" ")).trim();
  });
  if (names.some((name) => !name)) found.push("Navigation ohne Namen");
  for (const name of new Set(names.filter((name, index) => name && names.indexOf(name) !== index)))
    found.push(`zwei Navigationen heißen „${name}“`);

  for (const image of document.querySelectorAll("img:not([alt])")) found.push(`Bild ohne alt: ${image.src}`);
  for (const image of document.querySelectorAll("svg:not([aria-hidden=true])"))
    if (image.getAttribute("role") !== "img" && !image.closest("[aria-hidden=true]"))
      found.push(`Zeichnung weder verborgen noch benannt in ${describe(image.parentElement)}`);
  for (const element of document.querySelectorAll("[tabindex]"))
    if (element.tabIndex > 0) found.push(`tabindex über 0: ${describe(element)}`);
  for (const element of document.querySelectorAll("[style]")) found.push(`style-Attribut: ${describe(element)}`);
  return found;
};
