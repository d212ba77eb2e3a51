package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The file MAINTAINERS, by the rules that its own head states. */
public final class MaintainersFile {
  private static final String THE_REST = "THE REST";

  private final List<Section> sections = new ArrayList<>();

  private static final class Section {
    private final String title;
    private final List<String> to = new ArrayList<>();
    private final List<String> cc = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();

    Section(String title) {
      this.title = title;
    }

    boolean holds(String file) {
      return files.stream().anyMatch(pattern -> matches(pattern, file))
          && excluded.stream().noneMatch(pattern -> matches(pattern, file));
    }
  }

  /** Reads the file's text; lines that say nothing here are passed over. */
  public MaintainersFile(byte[] content) {
    Section section = new Section("");
    String before = "";
    for (String line : new String(content, StandardCharsets.ISO_8859_1).lines().toList()) {
      if (line.length() > 2 && line.charAt(1) == ':' && Character.isUpperCase(line.charAt(0))) {
        if (!before.isEmpty()) {
          section = new Section(before);
          sections.add(section);
          before = "";
        }
        field(section, line.charAt(0), line.substring(2).strip());
      } else {
        before = line.strip();
      }
    }
  }

  private static void field(Section section, char letter, String value) {
    switch (letter) {
      case 'M' -> section.to.add(value);
      case 'R' -> section.cc.add(value);
      case 'L' -> section.cc.add(value.replaceAll("\\s*\\(.*", ""));
      case 'F' -> section.files.add(value);
      case 'X' -> section.excluded.add(value);
      default -> {}
    }
  }

  /**
   * Whether a pattern is of a file. A star stays within a directory; a slash at the end takes all
   * below it, and so does the name of a directory, if it is written out. Takes at most the product
   * of both lengths.
   */
  static boolean matches(String pattern, String file) {
    int p = 0;
    int f = 0;
    int star = -1;
    int starred = 0;
    while (true) {
      if (p == pattern.length() && isWholeName(pattern, file, f)) {
        return true;
      }
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starred = f;
      } else if (p < pattern.length()
          && f < file.length()
          && isOne(pattern.charAt(p), file.charAt(f))) {
        p++;
        f++;
      } else if (star >= 0 && starred < file.length() && file.charAt(starred) != '/') {
        // The last star takes one more: what an earlier one could take instead, it can take too.
        starred++;
        p = star + 1;
        f = starred;
      } else {
        return false;
      }
    }
  }

  private static boolean isWholeName(String pattern, String file, int end) {
    // A name with a wildcard is of files, as scripts/get_maintainer.pl has it, and of none below.
    return end == file.length()
        || pattern.endsWith("/")
        || (file.charAt(end) == '/' && pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0);
  }

  private static boolean isOne(char pattern, char c) {
    return pattern == '?' ? c != '/' : pattern == c;
  }

  /** Those who are named for a file, without the section that takes what no other section does. */
  public Recipients of(List<String> files) {
    List<String> to = new ArrayList<>();
    List<String> cc = new ArrayList<>();
    for (Section section : sections) {
      boolean isRest = section.title.equals(THE_REST);
      if (files.stream().anyMatch(section::holds)) {
        to.addAll(isRest ? List.of() : section.to);
        cc.addAll(section.cc);
      }
    }
    return new Recipients(to, cc);
  }
}
