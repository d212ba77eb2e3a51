package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what must be a file: never a pipe that nobody writes to, nor a device without an end. */
final class RegularFiles {
  private RegularFiles() {}

  /**
   * The content of a file; links to one are followed.
   *
   * @throws IOException if it is not there, not regular, or longer
   */
  static byte[] read(Path file, int mostBytes) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new IOException("larger than " + mostBytes + " bytes");
      }
      return bytes;
    }
  }
}
