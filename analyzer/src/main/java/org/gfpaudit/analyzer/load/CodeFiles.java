package org.gfpaudit.analyzer.load;

import org.gfpaudit.grammar.scan.SourceFiles;

/** Which files of a tree hold C code, by their paths. */
public final class CodeFiles {
  private CodeFiles() {}

  /**
   * Whether a file of this name is audited; the scanner says which are.
   *
   * @param path a file name or a whole path; only its last name is looked at
   */
  public static boolean isCode(String path) {
    return SourceFiles.holdsCode(path.substring(path.lastIndexOf('/') + 1));
  }
}
