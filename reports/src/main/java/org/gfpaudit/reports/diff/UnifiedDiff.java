package org.gfpaudit.reports.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.fix.FileChange;

/** A change of one file as git shows it; every byte of a line is kept. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final int MOST_HEADING = 80;
  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+.* @@");
  private static final String NO_END = "\n\\ No newline at end of file";

  private final FileChange change;
  private final List<String> before;
  private final List<String> lines;

  public UnifiedDiff(FileChange change) {
    this.change = change;
    this.before = split(change.before());
    List<String> after = split(change.after());
    List<String> all =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + change.file(),
            "b/" + change.file(),
            before,
            DiffUtils.diff(before, after),
            CONTEXT);
    this.lines = all.subList(Math.min(2, all.size()), all.size());
  }

  /** From {@code diff --git} on; ends with a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    String file = change.file();
    text.append("diff --git a/" + file + " b/" + file + "\n");
    text.append("index " + blob(change.before()) + ".." + blob(change.after()) + " 100644\n");
    text.append("--- a/" + file + "\n+++ b/" + file + "\n");
    for (String line : lines) {
      text.append(line.startsWith("@@") ? line + heading(line) : line).append('\n');
    }
    return text.toString();
  }

  public int insertions() {
    return (int) lines.stream().filter(line -> line.startsWith("+")).count();
  }

  public int deletions() {
    return (int) lines.stream().filter(line -> line.startsWith("-")).count();
  }

  /** The line that starts the function of a hunk: the last before it that starts with a letter. */
  private String heading(String hunk) {
    Matcher header = HUNK.matcher(hunk);
    if (header.matches()) {
      for (int i = Math.min(Integer.parseInt(header.group(1)) - 2, before.size() - 1);
          i >= 0;
          i--) {
        String line = before.get(i).stripTrailing();
        if (!line.isEmpty() && (Character.isLetter(line.charAt(0)) || line.charAt(0) == '_')) {
          return " " + line.substring(0, Math.min(line.length(), MOST_HEADING));
        }
      }
    }
    return "";
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int last = lines.size() - 1;
    if (lines.get(last).isEmpty()) {
      lines.remove(last);
    } else {
      lines.set(last, lines.get(last) + NO_END);
    }
    return lines;
  }

  /** The name git gives a file's content, short. */
  private static String blob(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha.digest(bytes)).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
