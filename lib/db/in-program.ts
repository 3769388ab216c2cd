import "server-only";
import { Prisma } from "@/prisma/generated/client/client";

/**
 * That a row is of the program which the transaction has entered, for statements that ask for rows by id. Row-level security
 * says the same; this holds where it once failed.
 */
export const IN_PROGRAM = Prisma.sql`"programId" = (SELECT wavegate_program())`;
