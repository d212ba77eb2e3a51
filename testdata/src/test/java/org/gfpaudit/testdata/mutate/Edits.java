package org.gfpaudit.testdata.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text, at the offsets that it had before. */
final class Edits {
  private record Edit(Part part, String text) {}

  private record Exchange(Part first, Part second) {}

  private final List<Edit> edits = new ArrayList<>();
  private final List<Exchange> exchanged = new ArrayList<>();

  /** Puts other text in the place of a part. */
  Edits replace(Part part, String text) {
    edits.add(new Edit(part, text));
    return this;
  }

  /** Puts text before an offset, behind what was put there before. */
  Edits insert(int offset, String text) {
    return replace(new Part(offset, offset), text);
  }

  /** Puts text around a part; of two that share a bound the later is inside. */
  Edits wrap(Part part, String before, String after) {
    insert(part.start(), before);
    edits.add(0, new Edit(new Part(part.end(), part.end()), after));
    return this;
  }

  /** Lets two parts change places, with all other changes of them; they do not overlap. */
  Edits exchange(Part first, Part second) {
    exchanged.add(new Exchange(first, second));
    return this;
  }

  /** Whether nothing is changed. */
  boolean isEmpty() {
    return edits.isEmpty();
  }

  /**
   * A part of a text, changed.
   *
   * @throws IllegalArgumentException if two replaced parts overlap
   */
  String apply(String text, Part whole) {
    return changed(text, whole) + plain(text, new Part(whole.end(), whole.end()), true);
  }

  private String changed(String text, Part whole) {
    StringBuilder changed = new StringBuilder();
    int at = whole.start();
    for (Exchange each : outermost(whole)) {
      changed.append(plain(text, new Part(at, each.first.start()), false));
      changed.append(changed(text, each.second));
      changed.append(plain(text, each.first.until(each.second), false));
      changed.append(changed(text, each.first));
      at = each.second.end();
    }
    return changed.append(plain(text, new Part(at, whole.end()), false)).toString();
  }

  /** The exchanges in a part that are not in what another exchanges, in order. */
  private List<Exchange> outermost(Part whole) {
    List<Exchange> inside =
        exchanged.stream()
            .filter(each -> whole.holds(each.first) && whole.holds(each.second))
            .sorted(Comparator.comparingInt(each -> each.first.start()))
            .toList();
    return inside.stream()
        .filter(
            each ->
                inside.stream()
                    .noneMatch(
                        other ->
                            !other.equals(each)
                                && (other.first.holds(each.first)
                                    || other.second.holds(each.first))))
        .toList();
  }

  /** A part without exchanges; what is put at its end belongs to it only if that is said. */
  private String plain(String text, Part part, boolean withEnd) {
    StringBuilder changed = new StringBuilder();
    int at = part.start();
    for (Edit edit : sorted()) {
      int start = edit.part.start();
      if (start < part.start() || start > part.end() || (start == part.end() && !withEnd)) {
        continue;
      }
      if (start < at) {
        throw new IllegalArgumentException("two changes of one place");
      }
      changed.append(text, at, start).append(edit.text);
      at = edit.part.end();
    }
    return changed.append(text, at, part.end()).toString();
  }

  /** Where an offset that was kept lies in the changed part, from its start. */
  int moved(int offset, Part whole) {
    int moved = offset - whole.start();
    for (Edit edit : edits) {
      if (edit.part.end() <= offset) {
        moved += edit.text.length() - (edit.part.end() - edit.part.start());
      }
    }
    return moved;
  }

  private List<Edit> sorted() {
    return edits.stream()
        .sorted(
            Comparator.comparingInt((Edit edit) -> edit.part.start())
                .thenComparingInt(edit -> edit.part.end()))
        .toList();
  }
}
