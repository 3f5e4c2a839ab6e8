// What a release held: the API gives each count as the name of a kind and its number.
export const countOf = (line: string): readonly [string, number] => {
  const at = line.lastIndexOf(" ");
  return [line.slice(0, at), Number(line.slice(at + 1))];
};
