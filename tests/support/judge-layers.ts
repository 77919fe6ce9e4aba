/** Fewer modules than this were read, and the rules of the layers have not been applied. */
const LEAST_MODULES = 50;

/** Without a compiler it knows, dependency-cruiser reads nothing and is content with it. */
export function judgeLayers(code: number, output: string): string {
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < LEAST_MODULES) return `only ${modules} modules were read\n${output}`;
  // It says each time that it does not know this compiler; swc reads for it.
  return code === 0 ? "" : output.replace(/‼ missing-tsc-transpiler[\s\S]*$/u, "");
}
