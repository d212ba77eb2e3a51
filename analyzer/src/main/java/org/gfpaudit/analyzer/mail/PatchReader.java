package org.gfpaudit.analyzer.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.mail.Hunk.Line;

/** Reads unified diffs as git and {@code diff -u} write them, out of the text around them. */
final class PatchReader {
  private static final Pattern HUNK =
      Pattern.compile(
          "@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*", Pattern.DOTALL);
  private static final String GIT = "diff --git ";

  private final List<String> lines;
  private final List<FilePatch> files = new ArrayList<>();
  private int at;

  private PatchReader(String text) {
    this.lines = List.of(text.split("\n", -1));
  }

  /** Whether there is the start of a file's change in {@code text}. */
  static boolean hasDiff(String text) {
    PatchReader reader = new PatchReader(text);
    while (reader.at < reader.lines.size()) {
      if (reader.isGitStart() || reader.isPlainStart()) {
        return true;
      }
      reader.at++;
    }
    return false;
  }

  /**
   * The changes in {@code text}, in its order.
   *
   * @param text a character for each byte
   * @throws PatchException if one of them is cut short, or has a path that leads out of the tree
   */
  static List<FilePatch> read(String text) throws PatchException {
    PatchReader reader = new PatchReader(text);
    while (reader.at < reader.lines.size()) {
      if (reader.isGitStart()) {
        reader.readGit();
      } else if (reader.isPlainStart()) {
        reader.readFile(new Heading());
      } else {
        reader.at++;
      }
    }
    return reader.files;
  }

  /** What stands before the hunks of a file; paths as they were written. */
  private static final class Heading {
    private String before = "";
    private String after = "";
    private String from = "";
    private String to = "";
    private String skipped = "";
    private boolean isNew;
    private boolean isGone;
    private boolean isCopy;
  }

  private boolean isGitStart() {
    return line(at).startsWith(GIT);
  }

  private boolean isPlainStart() {
    return line(at).startsWith("--- ")
        && line(at + 1).startsWith("+++ ")
        && HUNK.matcher(line(at + 2)).matches();
  }

  private String line(int number) {
    return number < lines.size() ? lines.get(number) : "";
  }

  private void readGit() throws PatchException {
    Heading heading = new Heading();
    bothPaths(withoutCr(line(at)).substring(GIT.length()), heading);
    at++;
    while (at < lines.size() && !isPlainStart() && readExtended(heading)) {
      at++;
    }
    readFile(heading);
  }

  /** Takes one of git's lines between the first and the hunks; false for any other line. */
  private boolean readExtended(Heading heading) throws PatchException {
    String line = withoutCr(line(at));
    if (line.startsWith("new file mode ")) {
      heading.isNew = true;
      mode(line, heading);
    } else if (line.startsWith("deleted file mode ")) {
      heading.isGone = true;
      mode(line, heading);
    } else if (line.startsWith("rename from ") || line.startsWith("copy from ")) {
      heading.isCopy = line.startsWith("copy");
      heading.from = unquoted(line.substring(line.indexOf("from ") + 5));
    } else if (line.startsWith("rename to ") || line.startsWith("copy to ")) {
      heading.to = unquoted(line.substring(line.indexOf("to ") + 3));
    } else if (line.startsWith("GIT binary patch") || line.startsWith("Binary files ")) {
      heading.skipped = "a binary file";
    } else if (line.startsWith("index ") || line.startsWith("new mode ")) {
      mode(line, heading);
    } else {
      return line.startsWith("old mode ")
          || line.startsWith("similarity index ")
          || line.startsWith("dissimilarity index ");
    }
    return true;
  }

  /** Links and repositories inside the tree are nothing that an audit reads. */
  private static void mode(String line, Heading heading) {
    if (line.endsWith(" 120000")) {
      heading.skipped = "a symbolic link";
    } else if (line.endsWith(" 160000")) {
      heading.skipped = "a submodule";
    }
  }

  /** The two paths of git's first line, which are needed only where nothing else names them. */
  private static void bothPaths(String both, Heading heading) throws PatchException {
    int middle = both.length() / 2;
    if (both.length() % 2 == 1 && both.charAt(middle) == ' ') {
      heading.before = unquoted(both.substring(0, middle));
      heading.after = unquoted(both.substring(middle + 1));
    }
  }

  private void readFile(Heading heading) throws PatchException {
    if (isPlainStart()) {
      heading.before = name(line(at));
      heading.after = name(line(at + 1));
      at += 2;
    }
    boolean isNew = heading.isNew || heading.before.equals("/dev/null");
    boolean isGone = heading.isGone || heading.after.equals("/dev/null");
    String before = heading.from.isEmpty() ? stripped(heading.before) : heading.from;
    String after = heading.to.isEmpty() ? stripped(heading.after) : heading.to;
    String shown = isNew ? after : before;
    if (shown.isEmpty()) {
      throw new PatchException("a change names no file");
    }
    List<Hunk> hunks = new ArrayList<>();
    while (HUNK.matcher(line(at)).matches()) {
      hunks.add(readHunk(shown, hunks.size() + 1));
    }
    files.add(
        new FilePatch(
            isNew ? "" : inside(before),
            isGone ? "" : inside(after),
            heading.isCopy,
            heading.skipped,
            hunks));
  }

  private Hunk readHunk(String file, int number) throws PatchException {
    String header = withoutCr(line(at));
    Matcher ranges = HUNK.matcher(header);
    if (!ranges.matches()) {
      throw new IllegalStateException("this line was looked at before");
    }
    int oldLeft = count(ranges.group(2));
    int newLeft = count(ranges.group(4));
    at++;
    List<Line> hunk = new ArrayList<>();
    while (oldLeft > 0 || newLeft > 0) {
      String line = line(at);
      // Mail programs cut spaces off, and so the one of an empty line of context.
      char kind = line.isEmpty() || line.equals("\r") ? ' ' : line.charAt(0);
      boolean isLast = at >= lines.size() - 1;
      if (kind == '\\' && !hunk.isEmpty()) {
        withoutEnd(hunk);
      } else if (!isLast && (kind == ' ' || kind == '-' || kind == '+')) {
        oldLeft -= kind == '+' ? 0 : 1;
        newLeft -= kind == '-' ? 0 : 1;
        boolean isCut = line.isEmpty() || line.equals("\r");
        hunk.add(new Line(kind, (isCut ? line : line.substring(1)) + "\n"));
      } else {
        throw new PatchException(
            file + ": hunk " + number + " (" + range(header) + ") is cut short or damaged");
      }
      if (oldLeft < 0 || newLeft < 0) {
        throw new PatchException(
            file + ": hunk " + number + " (" + range(header) + ") has other lines than it says");
      }
      at++;
    }
    if (line(at).startsWith("\\") && !hunk.isEmpty()) {
      withoutEnd(hunk);
      at++;
    }
    return new Hunk(header, Integer.parseInt(ranges.group(1)), hunk);
  }

  /** A backslash says of the line before it that it is the last of its file and has no end. */
  private static void withoutEnd(List<Line> hunk) {
    Line last = hunk.remove(hunk.size() - 1);
    hunk.add(new Line(last.kind(), last.text().substring(0, last.text().length() - 1)));
  }

  /** {@code @@ -1,2 +1,3 @@} without what git adds. */
  static String range(String header) {
    return header.substring(0, header.indexOf("@@", 2) + 2);
  }

  private static int count(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private static String withoutCr(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** The path in a line such as {@code --- a/fs/mpage.c}, behind which there may be a date. */
  private static String name(String line) throws PatchException {
    String rest = withoutCr(line).substring(4);
    int tab = rest.startsWith("\"") ? -1 : rest.indexOf('\t');
    return unquoted(tab < 0 ? rest : rest.substring(0, tab));
  }

  /** Without its first component, which is {@code a} or {@code b}. */
  private static String stripped(String path) {
    return path.equals("/dev/null") ? "" : path.substring(path.indexOf('/') + 1);
  }

  private static String inside(String path) throws PatchException {
    boolean isSafe =
        !path.isEmpty() && path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 0x7f);
    for (String name : path.split("/", -1)) {
      isSafe &= !name.isEmpty() && !name.equals(".") && !name.equals("..");
    }
    if (!isSafe) {
      throw new PatchException("'" + path + "' is no path inside the tree");
    }
    return path;
  }

  /** A path as git quotes it where it has characters that are not plain. */
  private static String unquoted(String path) throws PatchException {
    if (!path.startsWith("\"") || !path.endsWith("\"") || path.length() < 2) {
      return path;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < path.length() - 1; i++) {
      char c = path.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      String rest = path.substring(i + 1, path.length() - 1);
      if (rest.matches("(?s)[0-3][0-7]{2}.*")) {
        plain.append((char) Integer.parseInt(rest.substring(0, 3), 8));
        i += 3;
      } else if (rest.startsWith("\"") || rest.startsWith("\\")) {
        plain.append(rest.charAt(0));
        i++;
      } else {
        throw new PatchException("'" + path + "' is no path inside the tree");
      }
    }
    return plain.toString();
  }
}
