package org.gfpaudit.analyzer.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The functions of make that work on each word of a list by itself. */
final class MakeFunction {
  private static final char STEM = '%';

  private MakeFunction() {}

  /** What a function makes of its arguments' words; empty where it is not one we know. */
  static Optional<List<Word>> applied(String function, List<List<Word>> arguments) {
    List<Word> last = arguments.get(arguments.size() - 1);
    switch (function + "/" + arguments.size()) {
      case "sort/1", "strip/1" -> {
        return Optional.of(last);
      }
      case "filter/2", "filter-out/2" -> {
        return Optional.of(filtered(arguments.get(0), last, function.equals("filter")));
      }
      default -> {}
    }
    Optional<String> first = fixed(arguments.get(0));
    if (first.isEmpty()) {
      return Optional.empty();
    }
    return switch (function + "/" + arguments.size()) {
      case "addprefix/2" -> Optional.of(each(last, text -> first.get() + text));
      case "addsuffix/2" -> Optional.of(each(last, text -> text + first.get()));
      case "patsubst/3" ->
          fixed(arguments.get(1)).map(to -> each(last, text -> replaced(text, first.get(), to)));
      case "subst/3" ->
          fixed(arguments.get(1)).map(to -> each(last, text -> exchanged(text, first.get(), to)));
      default -> Optional.empty();
    };
  }

  /** {@code $(name:from=to)}: a suffix, or a pattern as {@code patsubst} takes it. */
  static List<Word> substituted(List<Word> words, String from, String to) {
    boolean isPattern = from.indexOf(STEM) >= 0;
    return each(
        words, text -> replaced(text, isPattern ? from : "%" + from, isPattern ? to : "%" + to));
  }

  private static Optional<String> fixed(List<Word> words) {
    return words.size() == 1 && words.get(0).guard().equals(Guard.ALWAYS)
        ? Optional.of(words.get(0).text())
        : Optional.empty();
  }

  private static List<Word> each(List<Word> words, UnaryOperator<String> change) {
    List<Word> result = new ArrayList<>(words.size());
    for (Word word : words) {
      String changed = word.text().equals(Word.ANY) ? Word.ANY : change.apply(word.text());
      result.add(
          new Word(changed.length() > Word.MOST_CHARACTERS ? Word.ANY : changed, word.guard()));
    }
    return result;
  }

  private static String exchanged(String text, String from, String to) {
    boolean isShort = (long) text.length() * (to.length() + 1) <= Word.MOST_CHARACTERS << 4;
    return from.isEmpty() ? text : isShort ? text.replace(from, to) : Word.ANY;
  }

  private static List<Word> filtered(List<Word> patterns, List<Word> words, boolean isKept) {
    List<Word> result = new ArrayList<>();
    for (Word word : words) {
      Guard matched = Guard.NEVER;
      for (Word pattern : patterns) {
        if (pattern.isPattern() || word.isPattern()) {
          matched = Guard.UNKNOWN;
        } else if (isMatch(pattern.text(), word.text())) {
          matched = matched.or(pattern.guard());
        }
      }
      Word kept = word.under(isKept ? matched : matched.not());
      if (!kept.guard().isNever()) {
        result.add(kept);
      }
    }
    return result;
  }

  private static boolean isMatch(String pattern, String text) {
    int stem = pattern.indexOf(STEM);
    if (stem < 0) {
      return pattern.equals(text);
    }
    return text.length() >= pattern.length() - 1
        && text.startsWith(pattern.substring(0, stem))
        && text.endsWith(pattern.substring(stem + 1));
  }

  private static String replaced(String text, String from, String to) {
    if (!isMatch(from, text)) {
      return text;
    }
    int stem = from.indexOf(STEM);
    if (stem < 0) {
      return to;
    }
    String middle = text.substring(stem, text.length() - (from.length() - stem - 1));
    int target = to.indexOf(STEM);
    return target < 0 ? to : to.substring(0, target) + middle + to.substring(target + 1);
  }
}
