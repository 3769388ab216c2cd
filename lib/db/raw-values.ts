import "server-only";
import pg from "pg";
import { Prisma } from "@/prisma/generated/client/client";

/** A value as it is sent: an instant with its zone, whatever the zone of the session. */
export function sentValue(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

type Reader = (text: string) => unknown;

const asText: Reader = (text) => text;
const asNumber: Reader = (text) => Number(text);
const asJson: Reader = (text) => JSON.parse(text);
const {
  BOOL,
  INT2,
  INT4,
  INT8,
  OID,
  FLOAT4,
  FLOAT8,
  NUMERIC,
  TIMESTAMPTZ,
  DATE,
  JSON: TYPE_JSON,
  JSONB,
} = pg.types.builtins;
const { TEXT, VARCHAR, BPCHAR, UUID, BYTEA } = pg.types.builtins;
const TEXT_LISTS = { text: 1009, varchar: 1015, uuid: 2951 };
const INT4_LIST = 1007;
const bytes: (text: string) => Uint8Array = pg.types.getTypeParser(BYTEA, "text");

const READERS: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [BOOL, (text) => text === "t"],
  ...[INT2, INT4, OID, FLOAT4, FLOAT8].map((type): [number, Reader] => [type, asNumber]),
  [INT8, BigInt],
  [NUMERIC, (text) => new Prisma.Decimal(text)],
  [TIMESTAMPTZ, pg.types.getTypeParser(TIMESTAMPTZ, "text")],
  [DATE, (text) => new Date(text)],
  ...[TYPE_JSON, JSONB].map((type): [number, Reader] => [type, asJson]),
  ...[TEXT, VARCHAR, BPCHAR, UUID].map((type): [number, Reader] => [type, asText]),
  [BYTEA, (text) => new Uint8Array(bytes(text))],
  ...[...Object.values(TEXT_LISTS), INT4_LIST].map((type): [number, Reader] => [
    type,
    pg.types.getTypeParser(type, "text"),
  ]),
]);

/** Types of the product itself, its enums, begin here. */
const FIRST_OWN_TYPE = 16_384;

/** Reads values into what Prisma's raw queries make of them. A value of a type that nobody has thought of fails its query. */
export const VALUE_READERS = {
  getTypeParser(type: number): Reader {
    return type >= FIRST_OWN_TYPE ? asText : (READERS.get(type) ?? unread(type));
  },
};

/** Refuses when a value comes: thrown while the columns are told, it would end the process instead of the query. */
function unread(type: number): Reader {
  return () => {
    throw new Error(`a column of type ${type} is not read here`);
  };
}
