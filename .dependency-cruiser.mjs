// The layers of docs/decisions: what may import what. `npm run check` fails on a violation, and
// also when so few modules were read that the rules cannot have been applied.

/** Each domain may import those before it, never one after it. */
const DOMAINS = [
  ...["territory", "people", "calls", "subscriptions", "applications", "review"],
  ...["workshops", "documents", "projects", "content"],
];
/** Below all domains. */
const SUPPORT = [
  ...["auth", "audit", "calendar", "files", "mail", "jobs", "i18n", "platform", "register", "pdf"],
  ...["pictures"],
];

const anyOf = (names) => `(${names.join("|")})`;
const domains = anyOf(DOMAINS);
const pure = `^lib/(kernel|${anyOf([...DOMAINS, ...SUPPORT])}/core)/`;

const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });
const ONLY_TYPES = ["type-only"];

const order = DOMAINS.slice(0, -1).map((domain, at) =>
  rule(
    `order-${domain}`,
    "A domain imports only those to its left; a later one reacts through a job or an event.",
    { path: `^lib/${domain}/` },
    { path: `^lib/${anyOf(DOMAINS.slice(at + 1))}/` },
  ),
);

const config = {
  forbidden: [
    rule(
      "resolves",
      "An import that leads nowhere hides what it would violate.",
      {},
      { couldNotResolve: true },
    ),
    rule(
      "no-cycles",
      "Cycles make two modules one.",
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ONLY_TYPES },
      },
    ),
    rule(
      "app-not-db",
      "Routes are adapters: they ask queries and commands.",
      { path: "^app/" },
      { path: "^db/" },
    ),
    rule(
      "components-take-props",
      "Props in, actions as props: a component reads nothing and writes nothing.",
      { path: "^components/" },
      {
        path: `^(app|db)/|^lib/[^/]+/(queries|commands|mails|pdf)(/|\\.tsx?$)|^lib/(transaction|actions|context)\\.ts$`,
        dependencyTypesNot: ONLY_TYPES,
      },
    ),
    rule(
      "nobody-imports-app",
      "The routes are on top.",
      { path: "^(lib|components|emails|db)/" },
      { path: "^app/" },
    ),
    rule(
      "lib-without-components",
      "The domain does not know how it looks.",
      { path: "^(lib|db)/" },
      { path: "^components/" },
    ),
    rule(
      "pure-core",
      "Decide purely, then write: a rule needs neither a library nor a database.",
      { path: pure },
      { pathNot: `^lib/(kernel|[^/]+/core)/`, dependencyTypesNot: ONLY_TYPES },
    ),
    rule(
      "shared-with-the-browser",
      "Schemas and policies are read in the browser too.",
      { path: `^lib/${domains}/(schema|schema/[a-z-]+|policy)\\.ts$` },
      {
        path: `^db/|^lib/[^/]+/(queries|commands|mails|pdf)(/|\\.tsx?$)`,
        dependencyTypesNot: ONLY_TYPES,
      },
    ),
    rule(
      "emails-only-render",
      "A mail is drawn from a view type.",
      { path: "^emails/" },
      { path: `^db/|^lib/[^/]+/(queries|commands)(/|\\.ts$)`, dependencyTypesNot: ONLY_TYPES },
    ),
    rule(
      "db-below-domains",
      "Tables know states and codes, not use cases.",
      { path: "^db/", pathNot: "^db/seed/" },
      {
        path: `^lib/${domains}/`,
        pathNot: `^lib/${domains}/(core/|(schema|schema/[a-z-]+)\\.ts$)`,
      },
    ),
    rule(
      "support-below-domains",
      "Only the registry of jobs, the routes and the programs of the command line know all domains.",
      {
        path: `^lib/(${SUPPORT.join("|")})/|^lib/[^/]+\\.ts$`,
        pathNot: "^lib/(jobs/registry\\.ts$|platform/cli/)",
      },
      { path: `^lib/${domains}/`, dependencyTypesNot: ONLY_TYPES },
    ),
    rule(
      "seed-only-at-the-start",
      "The demonstration is loaded in one place, and shown where one signs in.",
      {
        path: "^(app|components|emails|lib|db)/",
        pathNot: "^(db/seed/|lib/(platform|auth)/demonstration\\.ts$)",
      },
      { path: "^db/seed/" },
    ),
    rule(
      "no-tests-in-product",
      "The product does not know its tests.",
      { pathNot: "^tests/" },
      { path: "^tests/" },
    ),
    rule(
      "no-development-packages",
      "What the product imports is installed with it.",
      // The stylesheet is purged where the product is built.
      { path: "^(app|components|emails|lib|db)/", pathNot: "^lib/platform/cli/purge-css\\.ts$" },
      {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ONLY_TYPES,
        pathNot: "^node_modules/@types/",
      },
    ),
    ...order,
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data)/" },
    // TypeScript 7 has no API to read tsconfig.json's paths with: the alias stands there and here.
    webpackConfig: { fileName: "./.dependency-cruiser.resolve.mjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};

export default config;
