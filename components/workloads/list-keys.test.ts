import { describe, expect, test } from "vitest";
import { commandOf, SHORTCUTS } from "./list-keys";

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe("commandOf", () => {
  test.each([
    ["/", "search"],
    ["?", "help"],
    ["j", "next"],
    ["k", "previous"],
  ])("%s works anywhere but in a field, and can be switched off", (key, command) => {
    expect(commandOf(press(key), "elsewhere", true)).toBe(command);
    expect(commandOf(press(key), "row", true)).toBe(command);
    expect(commandOf(press(key), "field", true)).toBeNull();
    expect(commandOf(press(key), "row", false)).toBeNull();
  });

  test.each([
    ["ArrowDown", "next"],
    ["ArrowUp", "previous"],
    ["Home", "first"],
    ["End", "last"],
    ["PageDown", "next_page"],
    ["PageUp", "previous_page"],
  ])("%s is the list's only while a row has the focus, switched off or not", (key, command) => {
    expect(commandOf(press(key), "row", false)).toBe(command);
    expect(commandOf(press(key), "elsewhere", true)).toBeNull();
  });

  test("marking and extending need a row; keys of the browser stay the browser's", () => {
    expect(commandOf(press("x"), "row", true)).toBe("mark");
    expect(commandOf(press("x"), "elsewhere", true)).toBeNull();
    expect(commandOf(press("ArrowDown", { shiftKey: true }), "row", false)).toBe("extend_next");
    expect(commandOf(press("j", { ctrlKey: true }), "row", true)).toBeNull();
    expect(commandOf(press("Home", { shiftKey: true }), "row", true)).toBeNull();
    expect(commandOf(press("toString"), "row", true)).toBeNull();
  });

  test("every key that is a single character is named as one that can be switched off", () => {
    for (const { keys, single } of SHORTCUTS) {
      const characters = keys.every((key) => key.length === 1 && !"↓↑".includes(key));
      expect([keys, single === true]).toEqual([keys, characters]);
    }
  });
});
