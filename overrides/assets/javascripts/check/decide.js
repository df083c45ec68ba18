// What follows from the answers, by the criteria alone. Pure: no page, no clock, no memory.
//
// criteria: {preconditions: [{id}], opening: [{id, fixed}], exclusions: [{id, settles}]}
// answers:  {id: "yes" | "no" | "unknown"}; an id without an answer is unknown
//
// Returns {verdict, first, open, fixed, excluded, find}: lists of ids, and one of
//   conflict  a ground for opening and an exclusion hold; the source sets neither above the other
//   not       an exclusion holds and no ground does, or one that settles the case by its own words
//   none      every ground is known not to hold
//   find      something that decides is not known yet
//   first     a ground holds, but a precondition does not
//   both      a ground holds, and so does one that opens for a fixed term only
//   fixed     only a ground that opens for a fixed term holds
//   open      a ground holds
export const decide = (criteria, answers) => {
  const ids = (list, answer) =>
    list.map(({ id }) => id).filter((id) => (answers[id] ?? "unknown") === answer);
  const { preconditions, opening, exclusions } = criteria;
  const first = ids(preconditions, "no");
  const open = ids(
    opening.filter((ground) => !ground.fixed),
    "yes",
  );
  const fixed = ids(
    opening.filter((ground) => ground.fixed),
    "yes",
  );
  const excluded = ids(exclusions, "yes");
  const unknown = {
    preconditions: ids(preconditions, "unknown"),
    opening: ids(opening, "unknown"),
    exclusions: ids(exclusions, "unknown"),
  };
  const grounds = open.length + fixed.length > 0;
  const answer = (verdict, find = []) => ({ verdict, first, open, fixed, excluded, find });

  const around = [...unknown.preconditions, ...unknown.exclusions];
  if (exclusions.some(({ id, settles }) => settles && excluded.includes(id))) {
    return { ...answer("not"), first: [] };
  }
  if (excluded.length > 0) {
    // Without a ground the account is out of the question, and so is what it would need first.
    return grounds ? answer("conflict", around) : { ...answer("not", unknown.opening), first: [] };
  }
  if (!grounds) {
    return unknown.opening.length > 0
      ? answer("find", [...unknown.preconditions, ...unknown.opening, ...unknown.exclusions])
      : { ...answer("none"), first: [] };
  }
  if (first.length > 0) return answer("first", around);
  if (around.length > 0) return answer("find", around);
  if (fixed.length > 0) return answer(open.length > 0 ? "both" : "fixed");
  return answer("open");
};
