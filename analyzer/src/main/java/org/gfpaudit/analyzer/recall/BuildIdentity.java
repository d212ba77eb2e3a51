package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.Optional;

/** Which program this is: what another one remembers is no answer. */
final class BuildIdentity {
  private BuildIdentity() {}

  /** The program's file and how it looks; empty where it is no single file. */
  static Optional<String> current() {
    CodeSource source = BuildIdentity.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(jar + " " + attributes.size() + " " + attributes.lastModifiedTime())
          : Optional.empty();
    } catch (URISyntaxException
        | IOException
        | FileSystemNotFoundException
        | NullPointerException e) {
      return Optional.empty();
    }
  }
}
