package org.gfpaudit.testdata.mutate;

import java.util.HashMap;
import java.util.Map;

/**
 * What stands for the placeholders of a template.
 *
 * @param number makes the names of a mutant its own
 * @param bad a mask that no mapping allowed
 */
record Filling(int number, String bad) {

  /** The texts by placeholder, for one site. */
  Map<String, String> names(Site site) {
    Function function = site.function();
    boolean hasParameters = !function.parameterNames().isEmpty();
    Map<String, String> names = new HashMap<>();
    names.put("n", "_m" + number);
    names.put("bad", bad);
    names.put("mask", site.maskText());
    names.put("mapping", site.row().mapping());
    names.put("statement", "\0");
    names.put("call", "\0");
    names.put("clone", clone(site));
    names.put("parameters", hasParameters ? function.parameterText() : "void");
    names.put("arguments", String.join(", ", function.parameterNames()));
    names.put("and", hasParameters ? "," : "");
    return names;
  }

  /** The name of the copied function. */
  String clone(Site site) {
    return site.function().name().text() + "_m" + number;
  }
}
