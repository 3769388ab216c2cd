/** The addresses of a list parted by commas, in its order. */
export function addressesOf(list: string): string[] {
  return list
    .split(",")
    .map(plainAddress)
    .filter((address) => address !== "");
}

/** An IPv4 address that was seen through an IPv6 socket is the same address. */
export function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d)/i, "");
}
