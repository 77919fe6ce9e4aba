/** The fields of a form: a text, or a list where a name occurs more than once. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = values;
    if (values.length > 1) fields[name] = values;
    else if (first !== undefined) fields[name] = first;
  }
  return fields;
}
