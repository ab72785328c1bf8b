// axe itself is in the page already; one line per element that breaks a rule.
async (tags) => {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const reason = (node) => node.failureSummary.replace(/\s+/g, " ");
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${reason(node)}`));
};
