package org.gfpaudit.testdata.truth;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A program as C.
 *
 * @param files the texts by path
 * @param lines where each statement stands that can be a row
 */
record Printed(Map<String, String> files, IdentityHashMap<Statement, Line> lines) {
  /** A line, counted from 1. */
  record Line(String file, int number) {}
}
