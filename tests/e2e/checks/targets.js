// Controls smaller than 24 × 24 px. Links inside a sentence may be, and controls with enough room around (WCAG 2.5.8).
() => {
  const stops = tabStops().filter((element) => !isOnlyHeard(element));
  const isSmall = (box) => box.width < 23.5 || box.height < 23.5;
  const stands = (element) => {
    const block = element.parentElement.closest("p, li, dd, dt, td, th, address, label, figcaption") || element.parentElement;
    const rest = block.textContent.trim().length - element.textContent.trim().length;
    return getComputedStyle(element).display === "inline" && rest > 3;
  };
  const boxes = stops.map((element) => element.getBoundingClientRect());
  const center = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const isNear = (index) => {
    const [x, y] = center(boxes[index]);
    return boxes.some((box, other) => {
      if (other === index || stops[other].contains(stops[index]) || stops[index].contains(stops[other])) return false;
      const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
      const [ox, oy] = center(box);
      return Math.hypot(dx, dy) < 12 || (isSmall(box) && Math.hypot(ox - x, oy - y) < 24);
    });
  };
  return stops
    .filter((element, index) => isSmall(boxes[index]) && !stands(element) && isNear(index))
    .map((element) => {
      const box = element.getBoundingClientRect();
      return `kleiner als 24 px und zu eng: ${describe(element)} (${Math.round(box.width)} × ${Math.round(box.height)})`;
    });
};
