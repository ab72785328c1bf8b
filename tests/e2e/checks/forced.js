// With colours of the visitor's own, surfaces and shadows are gone: fields and buttons need an edge or an underline.
() =>
  tabStops()
    .filter((element) => element.matches("input, select, textarea, button, summary, [class*=button], [class*=start-button]"))
    .filter((element) => !isOnlyHeard(element))
    .filter((element) => {
      const hasEdge = (style) =>
        ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1) ||
        (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1);
      const underlined = getComputedStyle(element).textDecorationLine.includes("underline");
      const signed = [...element.querySelectorAll("svg")].some(isShown);
      return !hasEdge(getComputedStyle(element)) && !underlined && !signed;
    })
    .map((element) => `ohne Rand: ${describe(element)}`);
