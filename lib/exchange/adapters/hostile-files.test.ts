import fc from "fast-check";
import { expect, it } from "vitest";
import { checkReaders } from "@/prisma/testing/check-readers";
import { hostileFile } from "@/prisma/testing/hostile-files";

it("reads or refuses in words whatever it is given, in time (2,000 files; npm run fuzz takes a million)", async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(hostileFile(), async (file) => {
      if ((await checkReaders(file)).read) read += 1;
    }),
    { numRuns: 2_000 },
  );
  expect(read).toBeGreaterThan(200);
}, 120_000);
