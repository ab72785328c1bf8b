// Returns the text with the lowest contrast: {body: {text, ratio}, other: {text, ratio}}. Text over a drawing counts
// against the colour below the drawing.
() => {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => channel(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  // Any notation the browser knows becomes red, green, blue and opacity.
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return { colour: [red, green, blue], alpha: alpha / 255 };
  };
  const over = (top, ground) => top.colour.map((value, index) => value * top.alpha + ground[index] * (1 - top.alpha));
  const ground = (element) => {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const layer = parse(getComputedStyle(node).backgroundColor);
      layers.push(layer);
      if (layer.alpha === 1) break;
    }
    const canvasColour = parse(getComputedStyle(document.documentElement).backgroundColor).colour;
    return layers.reduceRight((below, layer) => over(layer, below), canvasColour);
  };
  const contrast = (element) => {
    const below = ground(element);
    const text = over(parse(getComputedStyle(element).color), below);
    const [high, low] = [luminance(text), luminance(below)].sort((one, other) => other - one);
    return (high + 0.05) / (low + 0.05);
  };
  const lowest = { body: null, other: null };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.closest("script, style, .visually-hidden") || !element.checkVisibility()) continue;
    const isBody = element.matches("p, li, dd, td") && element.closest("main");
    const kind = isBody ? "body" : "other";
    const ratio = contrast(element);
    if (!lowest[kind] || ratio < lowest[kind].ratio) lowest[kind] = { text: text.slice(0, 24), ratio };
  }
  return lowest;
}
