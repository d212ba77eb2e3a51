package org.gfpaudit.testdata.truth;

import java.util.List;
import java.util.Map;

/**
 * A program of a few functions.
 *
 * @param roots the functions that are entered from outside, in no scope and with anything
 * @param globals masks at file scope with their values at the start
 * @param tables tables of operations, with the function in each
 */
record SmallProgram(
    List<Function> functions,
    List<String> roots,
    Map<String, Gfp> globals,
    Map<String, String> tables) {

  SmallProgram withFunctions(List<Function> others) {
    return new SmallProgram(others, roots, globals, tables);
  }

  Function function(String name) {
    return functions.stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllFormedException("no function " + name));
  }
}
