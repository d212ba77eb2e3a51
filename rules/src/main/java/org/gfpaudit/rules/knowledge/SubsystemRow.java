package org.gfpaudit.rules.knowledge;

import java.util.OptionalInt;

/**
 * Files that belong to one subsystem, or to one each.
 *
 * @param path a pattern, {@code *} stands for any characters
 * @param name of the subsystem where {@code components} is empty
 * @param components how many leading names of the path are the subsystem's name
 */
record SubsystemRow(
    String path, String name, OptionalInt components, Subsystem.Kind kind, String origin) {

  Subsystem of(String file) {
    return new Subsystem(components.isPresent() ? leading(file) : name, kind);
  }

  private String leading(String file) {
    int end = -1;
    for (int i = 0; i < components.getAsInt(); i++) {
      int next = file.indexOf('/', end + 1);
      if (next < 0) {
        break;
      }
      end = next;
    }
    return end < 0 ? file : file.substring(0, end);
  }
}
