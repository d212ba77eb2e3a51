package org.gfpaudit.analyzer.load;

/** Which files of a tree hold C code. The one place that knows. */
public final class CodeFiles {
  private CodeFiles() {}

  /**
   * Reports whether a file of this name is audited: {@code .c} and {@code .h}, and {@code .inc},
   * which holds code under several kernels' {@code arch} and {@code drivers}.
   *
   * @param name a file name or a whole path; only its end is looked at
   */
  public static boolean isCode(String name) {
    int length = name.length();
    if (length > 2 && name.charAt(length - 2) == '.') {
      char last = name.charAt(length - 1);
      return (last == 'c' || last == 'h') && name.charAt(length - 3) != '/';
    }
    return length > 4 && name.endsWith(".inc") && name.charAt(length - 5) != '/';
  }
}
