// Motion that is left although the visitor wants none.
() => {
  const seconds = (list) => Math.max(...list.split(",").map((value) => parseFloat(value) * (value.includes("ms") ? 0.001 : 1)));
  const found = [];
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.push("die Seite rollt weich");
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (seconds(style.transitionDuration) > 0.001) found.push(`Übergang: ${describe(element)}`);
    if (style.animationName !== "none" && seconds(style.animationDuration) > 0.001) found.push(`bewegt sich: ${describe(element)}`);
  }
  return found;
};
