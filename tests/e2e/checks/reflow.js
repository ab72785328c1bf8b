// Text that leaves the screen sideways, and text that is cut off.
() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  const scroller = document.scrollingElement;
  if (scroller.scrollWidth > width) found.push(`die Seite ist ${scroller.scrollWidth} px breit, der Bildschirm ${width} px`);

  // Wide tables may scroll inside themselves, nothing else may.
  const scrollsItself = (element) => {
    for (let current = element; current && current !== document.body; current = current.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(current).overflowX) && current.querySelector("table")) return true;
    return false;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !isShown(element) || isOnlyHeard(element)) continue;
    range.selectNodeContents(texts.currentNode);
    const outside = [...range.getClientRects()].some((box) => box.width > 1 && (box.right > width + 1 || box.left < -1));
    if (outside && !scrollsItself(element)) found.push(`ragt hinaus: ${describe(element)}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const cuts = [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value));
    if (!cuts || !element.textContent.trim() || !isShown(element) || isOnlyHeard(element) || element.closest("svg")) continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      found.push(`abgeschnitten: ${describe(element)}`);
  }
  return found;
};
