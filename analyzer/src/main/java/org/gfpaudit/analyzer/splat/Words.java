package org.gfpaudit.analyzer.splat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text as words, whatever its lines are: a mail client breaks them anywhere between two words.
 * Reads the few things that reports are made of at a word.
 */
final class Words {
  /** A lock's name is no longer. */
  private static final int MOST_IN_A_NAME = 8;

  private final List<String> words = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  Words(List<LogLines.Line> text) {
    for (LogLines.Line line : text) {
      for (String word : line.text().split(" +", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
          lines.add(line.number());
        }
      }
    }
  }

  int size() {
    return words.size();
  }

  /** The word there; empty past the end. */
  String at(int index) {
    return index >= 0 && index < words.size() ? words.get(index) : "";
  }

  /** The line of the text that a word stands in. */
  int line(int index) {
    return lines.get(index);
  }

  /** The words before {@code index} on its line; those of the line above where there are none. */
  String before(int index) {
    int start = index;
    while (start > 0 && line(start - 1) == line(index - 1)) {
      start--;
    }
    return String.join(" ", words.subList(start, index));
  }

  /** Whether the words from {@code index} on are those of {@code phrase}. */
  boolean isAt(int index, String phrase) {
    if (index >= words.size() || !phrase.startsWith(words.get(index))) {
      return false;
    }
    List<String> wanted = Arrays.asList(phrase.split(" ", -1));
    return index + wanted.size() <= words.size()
        && words.subList(index, index + wanted.size()).equals(wanted);
  }

  /** A lock that is named somewhere, and the word after its name. */
  record NamedAt(NamedLock lock, int next) {}

  /**
   * The lock that is named from {@code index} on, after an address at most: {@code
   * (&x->lock){+.+.}} or the name alone in parentheses.
   */
  Optional<NamedAt> lock(int index) {
    int first = at(index).startsWith("(") ? index : index + 1;
    if (!at(first).startsWith("(")) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = first; i < words.size() && i < first + MOST_IN_A_NAME; i++) {
      name.append(i > first ? " " : "");
      String word = at(i);
      for (int c = 0; c < word.length(); c++) {
        depth += word.charAt(c) == '(' ? 1 : word.charAt(c) == ')' ? -1 : 0;
        if (depth == 0) {
          return name.length() > 1
              ? Optional.of(new NamedAt(new NamedLock(name.substring(1).strip()), i + 1))
              : Optional.empty();
        }
        name.append(word.charAt(c));
      }
    }
    return Optional.empty();
  }

  /** The function that follows a lock: {@code (&x->lock){+.+.}, at: take_it+0x12/0x34}. */
  Optional<Frame> where(NamedAt named) {
    int at = named.next();
    if (!at(at).equals("at:")) {
      return Optional.empty();
    }
    return frame(at(at + 1).startsWith("[") ? at + 2 : at + 1);
  }

  /** The locks from {@code index} on with arrows between them, up to the line's end. */
  List<NamedLock> chain(int index) {
    List<NamedLock> locks = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int line = index < words.size() ? line(index) : 0;
    for (int i = index; i < words.size() && line(i) == line; i++) {
      if (at(i).equals("-->")) {
        locks.add(new NamedLock(name.toString()));
        name.setLength(0);
        // A mail client breaks a line behind an arrow.
        line = i + 1 < words.size() ? line(i + 1) : line;
      } else {
        name.append(name.length() > 0 ? " " : "").append(at(i));
      }
    }
    locks.add(new NamedLock(name.toString()));
    return locks;
  }

  /** The function of a stack that is named at {@code index}, if one is. */
  Optional<Frame> frame(int index) {
    String word = at(index);
    int offset = word.indexOf("+0x");
    if (offset > 0) {
      return named(word.substring(0, offset), index);
    }
    boolean isInlined = at(index + 2).equals("[inline]") && isPlace(at(index + 1));
    boolean isDecoded = at(index + 1).startsWith("(") && isPlace(at(index + 1).substring(1));
    return isInlined || isDecoded ? named(word, index) : Optional.empty();
  }

  private Optional<Frame> named(String text, int index) {
    String name = text.startsWith("(") ? text.substring(1) : text;
    int end = 0;
    while (end < name.length()
        && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '_')) {
      end++;
    }
    // What follows is the compiler's: .isra.0, .part.1, .cold.
    boolean isName =
        end > 0
            && !Character.isDigit(name.charAt(0))
            && (end == name.length() || name.charAt(end) == '.' || name.charAt(end) == '$');
    return isName
        ? Optional.of(new Frame(name.substring(0, end), module(index), !at(index - 1).equals("?")))
        : Optional.empty();
  }

  private String module(int index) {
    String next = at(index + 1);
    return next.length() > 2
            && next.startsWith("[")
            && next.endsWith("]")
            && next.chars().allMatch(c -> c > ' ' && c != '<' && c != '+')
        ? next.substring(1, next.length() - 1)
        : "";
  }

  /** Whether a word is a file with a line: {@code mm/slub.c:4929}. */
  private static boolean isPlace(String word) {
    int colon = word.indexOf(':');
    return colon > 2
        && colon + 1 < word.length()
        && word.charAt(colon - 2) == '.'
        && Character.isDigit(word.charAt(colon + 1));
  }
}
