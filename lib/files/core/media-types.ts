/** The types that are taken: extensions, and the media types browsers declare for them. */
export const acceptedTypes = {
  "application/pdf": { extensions: ["pdf"], declared: ["application/pdf"] },
  "image/jpeg": { extensions: ["jpg", "jpeg"], declared: ["image/jpeg"] },
  "image/png": { extensions: ["png"], declared: ["image/png"] },
  "application/pkcs7-mime": {
    extensions: ["p7m"],
    declared: ["application/pkcs7-mime", "application/x-pkcs7-mime", "application/pkcs7-signature"],
  },
} as const;

export type AcceptedType = keyof typeof acceptedTypes;

/** What browsers send when they do not know; the content decides then. */
const UNDECLARED = ["", "application/octet-stream"];

export function typeOfExtension(extension: string): AcceptedType | undefined {
  return entries().find(([, type]) => type.extensions.includes(extension))?.[0];
}

/** "pdf"; nothing that is stored has another type than those that are taken. */
export function extensionOfType(mediaType: string): string {
  return entries().find(([type]) => type === mediaType)?.[1].extensions[0] ?? "";
}

export function isDeclaredAs(declared: string, type: AcceptedType): boolean {
  const plain = declared.split(";")[0]?.trim().toLowerCase() ?? "";
  const known: readonly string[] = acceptedTypes[type].declared;
  return UNDECLARED.includes(plain) || known.includes(plain);
}

/** For the `accept` attribute of file fields. */
export const acceptedExtensions = entries()
  .flatMap(([, type]) => type.extensions)
  .map((extension) => `.${extension}`)
  .join(",");

function entries(): [AcceptedType, { extensions: readonly string[] }][] {
  return Object.entries(acceptedTypes) as [AcceptedType, { extensions: readonly string[] }][];
}
