// A language of which the engine knows nothing: whole words, and what begins with them.

export const language = {
  stem: (word) => word,
  variants: () => [],
  compounds: false,
  weak: /^$/,
  stop: new Set(),
};
