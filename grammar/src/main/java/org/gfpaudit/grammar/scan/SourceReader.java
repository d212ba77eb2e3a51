package org.gfpaudit.grammar.scan;

import java.io.IOException;

/** Brings the bytes of a file; called by several threads, each with a buffer of its own. */
@FunctionalInterface
public interface SourceReader {
  /**
   * Reads a whole file into the buffer and returns its length in bytes.
   *
   * @param path as the index names the file
   * @throws IOException where the file cannot be read; the scan goes on without it
   */
  int read(String path, ReadBuffer buffer) throws IOException;
}
