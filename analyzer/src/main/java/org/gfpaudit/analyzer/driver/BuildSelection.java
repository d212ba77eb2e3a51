package org.gfpaudit.analyzer.driver;

import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.kbuild.Configuration;

/**
 * Which of the builds of a tree is reported.
 *
 * @param configuration the one whose code is reported; empty for all
 * @param architecture the one directory below {@code arch/} that is reported; empty for all
 * @param units the files that a build compiled, headers apart; empty for all
 */
public record BuildSelection(
    Optional<Configuration> configuration,
    Optional<String> architecture,
    Optional<Set<String>> units) {
  /** Everything. */
  public static final BuildSelection ALL =
      new BuildSelection(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String ARCH = "arch/";

  /** Whether the build compiles, or includes, a file. */
  boolean has(String file) {
    return (architecture.isEmpty()
            || !file.startsWith(ARCH)
            || Selection.covers(ARCH + architecture.get(), file))
        && (units.isEmpty() || !file.endsWith(".c") || units.get().contains(file));
  }
}
