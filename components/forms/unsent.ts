/**
 * What could not be saved is kept in this tab of the browser until it can: nothing typed is lost.
 * Forms are told apart by a name of their own.
 */
type Unsent = { entries: [string, string][] };

const keyOf = (name: string) => `cantieri:unsent:${name}`;

export function keepUnsent(name: string, form: FormData): void {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isTyped(entry[0]),
  );
  sessionStorage.setItem(keyOf(name), JSON.stringify({ entries } satisfies Unsent));
}

export function takeUnsent(name: string): [string, string][] | undefined {
  const text = sessionStorage.getItem(keyOf(name));
  return text ? (JSON.parse(text) as Unsent).entries : undefined;
}

export function forgetUnsent(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

/** Names that begin so belong to the page that was left. */
const isTyped = (name: string) => !name.startsWith("_") && !name.startsWith("$");

/**
 * Writes kept texts into the controls of a form, each into its own among those of its name. Hidden
 * fields stay: they belong to the page as it is now.
 */
export function writeBack(form: HTMLFormElement, entries: [string, string][]): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  const places = new Map<string, number>();
  for (const control of form.elements) {
    if (!isControl(control) || control.type === "file" || control.type === "hidden") continue;
    const kept = values.get(control.name);
    if (!kept) continue;
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
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;
