// A query as the fragment of an address, which no browser sends.

/** `#q=…`, or nothing for a query of nothing. Half a character has no place in an address. */
export const fragment = (query) =>
  query.trim() ? "#q=" + encodeURIComponent(query.replace(/\p{Surrogate}/gu, "\ufffd")) : "";
