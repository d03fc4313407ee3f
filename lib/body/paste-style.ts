/** An element's own style by property, read from the attribute: a policy against inline styles does not keep us from reading. */
export function styleOf(element: Element): Record<string, string | undefined> {
  const written = element.getAttribute('style');
  if (!written) return {};
  return Object.fromEntries(written.split(';').flatMap((rule) => {
    const colon = rule.indexOf(':');
    return colon < 0 ? [] : [[rule.slice(0, colon).trim().toLowerCase(), rule.slice(colon + 1).trim().toLowerCase()]];
  }));
}
