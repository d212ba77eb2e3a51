package org.gfpaudit.analyzer.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Puts the hunks of one file where they belong: at the line that they name, else at the nearest
 * line that has their old text, as {@code patch} does; at last without one and two lines of the
 * context at their ends. Line ends of DOS are told from others only where both kinds fit.
 */
final class HunkPlacer {
  static final int MOST_FUZZ = 2;

  /** Comparisons of lines; a file of a million equal lines ends here. */
  private static final long MOST_WORK = 50_000_000;

  private final String file;
  private final List<String> lines;
  private final boolean isDos;
  private final List<String> result = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private int done;
  private int offset;
  private long work;

  /**
   * A hunk in its place.
   *
   * @param hunk as it was applied, without the context that does not fit
   * @param line the 1-based line of the new text at which it begins
   * @param offset how many lines further it was than it says
   * @param fuzz how many lines of context at each end do not count
   */
  record Placed(Hunk hunk, int line, int offset, int fuzz) {}

  /**
   * What limits the places of a hunk.
   *
   * @param skipped how many lines there must be before it, whatever they are
   * @param isStart whether it can only be at the start of its file
   * @param isEnd whether it can only be at the end
   */
  private record Ends(int skipped, boolean isStart, boolean isEnd) {}

  private HunkPlacer(String file, String content) {
    this.file = file;
    this.lines = split(content);
    this.isDos = !lines.isEmpty() && lines.stream().allMatch(line -> line.endsWith("\r\n"));
  }

  /** The new text, and where each hunk is in it. */
  record Result(String content, List<Placed> hunks) {}

  /**
   * Applies hunks to a text.
   *
   * @param file what people call it
   * @throws PatchException if one of them fits nowhere
   */
  static Result apply(String file, String content, List<Hunk> hunks) throws PatchException {
    HunkPlacer placer = new HunkPlacer(file, content);
    for (int i = 0; i < hunks.size(); i++) {
      placer.place(hunks.get(i), i + 1);
    }
    placer.result.addAll(placer.lines.subList(placer.done, placer.lines.size()));
    return new Result(String.join("", placer.result), placer.placed);
  }

  private void place(Hunk whole, int number) throws PatchException {
    int lead = whole.leadingContext();
    int trail = whole.trailingContext();
    int context = Math.max(lead, trail);
    for (boolean isStrict : new boolean[] {true, false}) {
      for (int fuzz = 0; fuzz <= Math.min(MOST_FUZZ, context); fuzz++) {
        // The shorter end of the context is short because the file begins or ends there.
        int first = fuzz + lead - context;
        int last = fuzz + trail - context;
        int left = whole.lines().size() - Math.max(first, 0) - Math.max(last, 0);
        if (left <= 0) {
          continue; // A hunk that changes nothing is context alone.
        }
        Hunk hunk = whole.without(Math.max(first, 0), Math.max(last, 0));
        if (fuzz > 0 && hunk.before().isEmpty()) {
          continue;
        }
        if (fuzz == 1) {
          requireNew(whole, number); // Part of its context is there as well, before the new text.
        }
        Ends ends = new Ends(Math.max(first, 0), first < 0, last < 0);
        OptionalInt at = find(hunk.before(), hunk.oldStart(), isStrict, ends);
        if (at.isPresent()) {
          put(hunk, at.getAsInt(), fuzz, isStrict);
          return;
        }
      }
    }
    requireNew(whole, number);
    throw failure(whole, number, "does not apply");
  }

  /** Checks that the file does not hold the new text of a hunk, as that of a patch it has. */
  private void requireNew(Hunk hunk, int number) throws PatchException {
    List<String> after = hunk.after();
    int lead = hunk.leadingContext();
    int trail = hunk.trailingContext();
    Ends ends = new Ends(0, lead < trail, trail < lead);
    boolean isPlaced = lead + trail > 0; // A line alone can be there for another reason.
    if (isPlaced && find(after, hunk.oldStart(), false, ends).isPresent()) {
      throw failure(hunk, number, "is there already");
    }
  }

  private PatchException failure(Hunk hunk, int number, String what) {
    return new PatchException(
        file + ": hunk " + number + " (" + PatchReader.range(hunk.header()) + ") " + what);
  }

  /** The 0-based line at which a text is, the nearest to the 1-based one where it should be. */
  private OptionalInt find(List<String> text, int start, boolean isStrict, Ends ends)
      throws PatchException {
    // A hunk without old text stands behind the line that it names.
    int named = text.isEmpty() ? start : start - 1;
    int wanted = Math.max(done, Math.min(named + offset, lines.size()));
    if (text.isEmpty()) {
      return OptionalInt.of(wanted);
    }
    int last = lines.size() - text.size();
    for (int away = 0; wanted - away >= done || wanted + away <= last; away++) {
      for (int at : new int[] {wanted + away, wanted - away}) {
        if (at >= done + ends.skipped()
            && at <= last
            && (!ends.isStart() || at == 0)
            && (!ends.isEnd() || at == last)
            && isAt(text, at, isStrict)) {
          return OptionalInt.of(at);
        }
      }
    }
    return OptionalInt.empty();
  }

  private boolean isAt(List<String> text, int at, boolean isStrict) throws PatchException {
    for (int i = 0; i < text.size(); i++) {
      if (++work > MOST_WORK) {
        throw new PatchException(file + ": it takes too long to find where the hunks belong");
      }
      String here = lines.get(at + i);
      String there = text.get(i);
      if (!(isStrict ? here.equals(there) : plain(here).equals(plain(there)))) {
        return false;
      }
    }
    return true;
  }

  private void put(Hunk hunk, int at, int fuzz, boolean isStrict) {
    result.addAll(lines.subList(done, at));
    int line = result.size() + 1;
    int old = at;
    for (Hunk.Line each : hunk.lines()) {
      if (each.kind() == '+') {
        result.add(
            isStrict ? each.text() : plain(each.text()).replace("\n", isDos ? "\r\n" : "\n"));
        continue;
      }
      if (each.isContext()) {
        result.add(lines.get(old));
      }
      old++;
    }
    int named = hunk.before().isEmpty() ? hunk.oldStart() : hunk.oldStart() - 1;
    placed.add(new Placed(hunk, line, at - named, fuzz));
    offset = at - named;
    done = old;
  }

  private static String plain(String line) {
    return line.endsWith("\r\n") ? line.substring(0, line.length() - 2) + "\n" : line;
  }

  private static List<String> split(String content) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < content.length()) {
      int end = content.indexOf('\n', start);
      int next = end < 0 ? content.length() : end + 1;
      lines.add(content.substring(start, next));
      start = next;
    }
    return lines;
  }
}
