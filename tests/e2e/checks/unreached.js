// Controls that the keyboard has not come to.
() => tabStops().filter((element) => !(window.__stops || []).includes(element)).map(describe);
