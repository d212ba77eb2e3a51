package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The file MAINTAINERS, by the rules that its own head states. */
public final class MaintainersFile {
  private static final String THE_REST = "THE REST";

  private final List<Section> sections = new ArrayList<>();

  private static final class Section {
    private final String title;
    private final List<String> to = new ArrayList<>();
    private final List<String> cc = new ArrayList<>();
    private final List<Pattern> files = new ArrayList<>();
    private final List<Pattern> excluded = new ArrayList<>();

    Section(String title) {
      this.title = title;
    }

    boolean holds(String file) {
      return files.stream().anyMatch(pattern -> pattern.matcher(file).matches())
          && excluded.stream().noneMatch(pattern -> pattern.matcher(file).matches());
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
      case 'F' -> section.files.add(pattern(value));
      case 'X' -> section.excluded.add(pattern(value));
      default -> {}
    }
  }

  /** A star stays within a directory; a slash at the end takes all below it. */
  private static Pattern pattern(String value) {
    StringBuilder regex = new StringBuilder();
    for (char c : value.toCharArray()) {
      regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
    }
    boolean isDirectory = value.endsWith("/");
    return Pattern.compile(isDirectory ? regex + ".*" : regex + "(/.*)?");
  }

  /** Those who are named for a file; who takes what nobody else does is left out. */
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
