import { writeFileSync } from "node:fs";

// Loaded into a measured process: notes the most memory that it ever held, in kilobytes, when it ends.
const file = process.env.BENCH_PEAK_FILE;
if (file) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
