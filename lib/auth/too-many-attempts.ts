import { AppError } from "@/lib/kernel/errors";

/** The refusal of whoever gave too many wrong passwords, with the time to wait in words. */
export function tooManyAttempts(seconds: number): AppError {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return new AppError("UNAVAILABLE", `Too many attempts. Wait ${wait} and try again.`);
}
