package org.gfpaudit.testdata.truth;

/**
 * What programs may use beside assignments, branches on things unknown, early returns, and
 * functions that hand a mask down.
 */
enum Feature {
  /** Numbers and truth values that are asked more than once, and not set in between. */
  FLAGS,
  /** Conditions, numbers and arguments that are constant. */
  CONSTANTS,
  SWITCHES,
  LOOPS,
  /** Calls that never return. */
  DEATH,
  /** {@code #ifdef} and {@code IS_ENABLED()}. */
  CONFIGURATIONS,
  /** Helpers that return a mask, or set one through a pointer. */
  HELPERS,
  /** Masks in structs, local ones and handed in. */
  FIELDS,
  /** Macros that assign to their argument. */
  MACROS,
  /** Masks at file scope. */
  GLOBALS,
  /** The address of a mask is handed to code that is not there. */
  UNSEEN_CODE,
  /** A second mapping. */
  OTHER_MAPPINGS,
  /** Scopes that are opened, and mostly closed. */
  SCOPES,
  /** Scopes that are opened or closed on some ways only. */
  HALF_SCOPES,
  /** Calls through tables of operations. */
  OPERATIONS,
  /** Calls through function pointers, local and handed on. */
  FUNCTION_POINTERS,
  TWO_FILES
}
