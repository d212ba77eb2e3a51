package org.gfpaudit.analyzer.splat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gfpaudit.analyzer.splat.Splat.Kind;

/** Reads the reports of the lock checker that a text holds, in its order. */
public final class SplatReader {
  /** The sentence that follows a banner is no further away; prose that mentions one has none. */
  private static final int MOST_TO_NEXT = 60;

  private SplatReader() {}

  /** The reports in {@code text}; none where it holds no lock checker's report. */
  public static List<Splat> read(String text) {
    Words words = new Words(LogLines.of(text));
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Kind> kind = kindAt(words, i);
      if (kind.isPresent()) {
        starts.add(new Start(kind.get(), i));
      }
    }
    if (starts.isEmpty()) {
      return headless(words);
    }
    List<Splat> splats = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).at() : words.size();
      Start start = starts.get(i);
      splats.add(new SectionReader(words, start.kind(), start.at(), end).read());
    }
    return splats;
  }

  /** The circle of which somebody quotes the stacks without the lines above them. */
  private static List<Splat> headless(Words words) {
    for (int i = 0; i < words.size(); i++) {
      boolean isStack =
          words.at(i).equals("->")
              && words.at(i + 1).matches("#[0-9]{1,3}")
              && words.lock(i + 2).isPresent();
      boolean isHead =
          words.isAt(i, Kind.CIRCULAR.next())
              && IntStream.range(i, i + MOST_TO_NEXT)
                  .anyMatch(each -> words.isAt(each, "already holding lock:"));
      if (isStack || isHead) {
        Splat splat = new SectionReader(words, Kind.CIRCULAR, i, words.size()).read();
        List<String> lacks = new ArrayList<>(List.of("the line that a report starts with"));
        lacks.addAll(splat.lacks());
        return List.of(
            new Splat(
                splat.kind(), splat.release(), splat.task(), splat.line(), splat.links(), lacks));
      }
    }
    return List.of();
  }

  /** Where a report starts. */
  private record Start(Kind kind, int at) {}

  private static Optional<Kind> kindAt(Words words, int index) {
    for (Kind kind : Kind.values()) {
      if (words.isAt(index, kind.banner())) {
        for (int i = index; i < index + MOST_TO_NEXT && i < words.size(); i++) {
          boolean isAnother = i > index && words.isAt(i, kind.banner());
          if (isAnother) {
            return Optional.empty();
          }
          if (words.isAt(i, kind.next())) {
            return Optional.of(kind);
          }
        }
      }
    }
    return Optional.empty();
  }
}
