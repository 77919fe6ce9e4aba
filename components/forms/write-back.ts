import type { Entry } from "./unsent";

/**
 * Writes kept texts into the controls of a form, each into its own among those of its name. Hidden
 * fields stay: they belong to the page as it is now. Returns what found no control, because its
 * question comes only with another answer.
 */
export function writeBack(form: HTMLFormElement, entries: readonly Entry[]): Entry[] {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  const places = new Map<string, number>();
  const found = new Set<string>();
  for (const control of form.elements) {
    if (!isControl(control) || control.type === "file" || control.type === "hidden") continue;
    const kept = values.get(control.name);
    if (!kept) continue;
    found.add(control.name);
    write(control, kept, places);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    if (control instanceof HTMLSelectElement) {
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  return entries.filter(([name]) => !found.has(name));
}

function write(control: Control, kept: readonly string[], places: Map<string, number>): void {
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    control.checked = kept.includes(control.value);
  } else if (control instanceof HTMLSelectElement && control.multiple) {
    for (const option of control.options) option.selected = kept.includes(option.value);
  } else {
    const at = places.get(control.name) ?? 0;
    places.set(control.name, at + 1);
    control.value = kept[at] ?? "";
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;
