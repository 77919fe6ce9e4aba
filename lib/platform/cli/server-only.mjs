import { registerHooks } from "node:module";

// The package "server-only" throws outside of Next's bundler. In our own processes everything is
// on the server, so the marker stands for an empty module there.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== "server-only") return nextResolve(specifier, context);
    return { url: "data:text/javascript,export{}", shortCircuit: true };
  },
});
