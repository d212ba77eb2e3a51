package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** This program's version. */
final class Version {
  private static final String UNKNOWN = "unknown";

  private Version() {}

  /** As the jar's manifest says; {@code development} outside a jar. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * The version and, where it was built from a repository, the commit: {@code 1.2 (1a2b3c4)};
   * {@code -dirty} says that files differed from it.
   */
  static String withBuild() {
    String build = build();
    return text() + (build.equals(UNKNOWN) ? "" : " (" + build + ")");
  }

  private static String build() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    String commit = properties.getProperty("commit", UNKNOWN);
    String dirty = properties.getProperty("dirty", "").equals("true") ? "-dirty" : "";
    return commit.matches("[0-9a-f]{7,64}") ? commit + dirty : UNKNOWN;
  }
}
