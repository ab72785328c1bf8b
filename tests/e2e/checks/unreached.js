// Controls that the keyboard has not come to. Of radio buttons of one name it stops at one; arrows reach the others.
() => {
  const stops = window.__stops || [];
  const isReached = (element) =>
    stops.includes(element) ||
    (element.type === "radio" && stops.some((stop) => stop.type === "radio" && stop.name === element.name && stop.form === element.form));
  return tabStops().filter((element) => !isReached(element)).map(describe);
};
