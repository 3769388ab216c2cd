// Which file may import which. Modules of lib by level, lowest first: a module knows only those of lower levels.
const LEVELS = [
  ["kernel"],
  ["access"],
  ["db"],
  ["audit"],
  ["command", "jobs"],
  ["auth"],
  ["claims"],
  ["programs", "workloads", "evidence", "calendar", "comments", "views"],
  ["assets", "sites", "processes", "profiles", "dependencies", "risks", "controls"],
  ["recovery"],
  ["questions", "waves"],
  ["cutover"],
  ["gates"],
  ["hypercare", "playbooks", "replanning"],
  ["inbox"],
  ["exchange", "findings", "overview"],
  ["packs"],
];

const TESTS = "\\.test\\.tsx?$";
const PURE = "^lib/[^/]+/(model|schema|policy|labels|rules)(\\.ts$|/)";

/** One rule per module: it must not import a module of its own level or above. */
function levelRules() {
  return LEVELS.flatMap((modules, level) =>
    modules.map((name) => {
      const higher = LEVELS.slice(level)
        .flat()
        .filter((other) => other !== name);
      return forbid(`level-of-${name}`, `lib/${name} may import lower modules only`, {
        from: { path: `^lib/${name}/`, pathNot: TESTS },
        to: { path: `^lib/(${higher.join("|") || "none"})/` },
      });
    }),
  );
}

function forbid(name, comment, { from, to }) {
  return { name, comment, severity: "error", from, to };
}

export default {
  forbidden: [
    forbid("no-cycles", "a cycle hides who depends on whom", { from: {}, to: { circular: true } }),
    forbid("unresolved", "an import that leads nowhere", {
      from: {},
      to: { couldNotResolve: true, pathNot: "\\.css$|^virtual:" },
    }),
    forbid("known-modules", "a new module of lib is added at its level in this file", {
      from: {},
      to: { path: "^lib/", pathNot: `^lib/(${LEVELS.flat().join("|")})/` },
    }),
    forbid("lib-looks-down", "lib knows neither app nor components", {
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|components|scripts|e2e|bench)/" },
    }),
    forbid("lib-without-next", "only lib/auth knows Next", {
      from: { path: "^lib/", pathNot: "^lib/auth/" },
      to: { path: "node_modules/(next|next-auth)/" },
    }),
    forbid("pure-files", "model, schema, rules, policy and labels do no reading and no writing", {
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: "^lib/(db/|[^/]+/(queries|commands|adapters)(\\.ts$|/))|node_modules/(server-only|pg|@prisma/adapter-pg)/|^prisma/generated/(?!client/enums)",
      },
    }),
    forbid("components-are-fed", "a component takes what it shows: pure files of lib only", {
      from: { path: "^components/", pathNot: TESTS },
      to: { path: "^lib/", pathNot: `${PURE}|^lib/kernel/(?!environment)` },
    }),
    forbid("components-look-down", "components know neither routes nor the database", {
      from: { path: "^components/", pathNot: TESTS },
      to: { path: "^(app|prisma|scripts|e2e)/|node_modules/(pg|server-only|@prisma)/" },
    }),
    forbid("app-without-sql", "routes ask queries and commands, never the database", {
      from: { path: "^(app|proxy|instrumentation)", pathNot: TESTS },
      to: { path: "^lib/db/(client|transaction)|^prisma/|node_modules/(pg|@prisma)/" },
    }),
    forbid("tests-stay-out", "what runs does not import what tests", {
      from: { path: "^(app|components|lib)/", pathNot: TESTS },
      to: { path: `${TESTS}|^prisma/(testing|factories)/` },
    }),
    ...levelRules(),
  ],
  options: {
    doNotFollow: { path: "node_modules|^prisma/generated/(?!client/enums)" },
    exclude: { path: "\\.next/|\\.data/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
