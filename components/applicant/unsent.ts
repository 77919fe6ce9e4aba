/** What could not be saved is kept in this tab of the browser until it can: nothing typed is lost. */
type Unsent = { entries: [string, string][] };

const keyOf = (applicationId: string, step: string) => `cantieri:unsent:${applicationId}:${step}`;

export function keepUnsent(applicationId: string, step: string, form: FormData): void {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isAnswer(entry[0]),
  );
  sessionStorage.setItem(keyOf(applicationId, step), JSON.stringify({ entries } satisfies Unsent));
}

export function takeUnsent(applicationId: string, step: string): [string, string][] | undefined {
  const text = sessionStorage.getItem(keyOf(applicationId, step));
  return text ? (JSON.parse(text) as Unsent).entries : undefined;
}

export function forgetUnsent(applicationId: string, step: string): void {
  sessionStorage.removeItem(keyOf(applicationId, step));
}

/** Hidden fields of the form belong to the page that was left; only the answers come back. */
function isAnswer(name: string): boolean {
  return (
    !name.startsWith("_") &&
    !name.startsWith("$") &&
    !["applicationId", "step", "locale"].includes(name)
  );
}

/** Writes kept answers into the controls of a form. */
export function writeBack(form: HTMLFormElement, entries: [string, string][]): void {
  const names = new Set(entries.map(([name]) => name));
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && names.has(control.name)) {
      const values = entries.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === "radio" || control.type === "checkbox") {
        control.checked = values.includes(control.value);
      } else if (control.type !== "file" && control.type !== "hidden")
        control.value = values[0] ?? "";
    } else if (
      (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) &&
      names.has(control.name)
    ) {
      control.value = entries.find(([name]) => name === control.name)?.[1] ?? "";
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
