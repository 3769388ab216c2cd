/**
 * Some registries carry the packages of their own platform only. A lockfile written there lacks the others, and
 * `npm ci` then refuses it everywhere. What is missing can be said from the names: `biome` asks for
 * `cli-darwin-arm64` in one version, which is for macOS on ARM.
 * @param lock the parsed package-lock.json
 * @returns entries to add, by their place
 */
export function missingPlatforms(lock) {
  const missing = {};
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isLocked(lock, place, name))
        missing[`node_modules/${name}`] = platformEntry(name, version, entry.dev);
    }
  }
  return missing;
}

/** Looks where Node would: beside the package, then in every folder above. */
function isLocked({ packages }, place, name) {
  for (let above = place; ; above = above.slice(0, Math.max(0, above.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${above ? `${above}/` : ""}node_modules/${name}`]) return true;
    if (above === "") return false;
  }
}

function platformEntry(name, version, dev) {
  const words = name.slice(name.indexOf("/") + 1).split("-");
  const known = (list) => words.filter((word) => list.includes(word));
  const [os] = known(["android", "darwin", "freebsd", "linux", "openharmony", "win32"]);
  const [cpu] = known(["arm", "arm64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "x64"]);
  if (!cpu || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))
    throw new Error(`${name}@${version} names no platform or no exact version.`);
  const libc = /musl/.test(name) ? ["musl"] : /gnu/.test(name) ? ["glibc"] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
