/** Names of the controls that say something else than the page that was drawn. */
export function dirtyNames(form: HTMLFormElement): string[] {
  const names = [...form.elements].flatMap((control) =>
    isDirty(control) ? [nameOf(control)] : [],
  );
  return [...new Set(names)];
}

const nameOf = (control: Element) => control.getAttribute("name") ?? "";

function isDirty(control: Element): boolean {
  if (control instanceof HTMLInputElement) {
    if (control.type === "hidden") return false;
    const ticked = control.type === "radio" || control.type === "checkbox";
    return ticked
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue;
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (!(control instanceof HTMLSelectElement)) return false;
  return [...control.options].some((option) => option.selected !== option.defaultSelected);
}
