package org.gfpaudit.analyzer.kbuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of one makefile, each the words it was given under the guards of their lines. */
final class Variables {
  /**
   * What one assignment put into a variable.
   *
   * @param word a word, or where {@code isDeferred} a text to be expanded when it is read
   * @param suffix what of the variable's name was computed, {@code $(CONFIG_MMU)}, else empty
   */
  private record Entry(Word word, boolean isDeferred, String suffix) {}

  private record Variable(boolean isDeferred, List<Entry> entries) {}

  private final Map<String, Variable> variables = new HashMap<>();
  private final Effort effort;

  Variables(Effort effort) {
    this.effort = effort;
  }

  boolean isDefined(String name) {
    return variables.containsKey(name);
  }

  /** The words of a variable; none where nothing was assigned. */
  List<Word> words(String name, Expander expander) {
    Variable variable = variables.get(name);
    if (variable == null) {
      return List.of();
    }
    List<Word> words = new ArrayList<>();
    effort.enter();
    for (Entry entry : variable.entries()) {
      effort.spend(1);
      if (entry.isDeferred()) {
        for (Word word : expander.words(entry.word().text())) {
          add(word.under(entry.word().guard()), words);
        }
      } else {
        add(entry.word(), words);
      }
    }
    effort.leave();
    return words;
  }

  private void add(Word word, List<Word> words) {
    effort.spend(1);
    if (!word.guard().isNever()) {
      words.add(word);
    }
  }

  /** {@code name = text}: replaces what was there wherever {@code guard} holds. */
  void define(String name, String suffix, String text, Guard guard) {
    Variable variable = replaced(name, suffix, guard, true);
    variable.entries().add(new Entry(new Word(text, guard), true, suffix));
  }

  /** {@code name := words}, as they are now. */
  void set(String name, String suffix, List<Word> words, Guard guard) {
    Variable variable = replaced(name, suffix, guard, false);
    put(words, suffix, guard, variable);
  }

  /** Whether {@code +=} to {@code name} expands its text later. */
  Optional<Boolean> isDeferred(String name) {
    return Optional.ofNullable(variables.get(name)).map(Variable::isDeferred);
  }

  /** {@code name += text}, to be expanded when the variable is read. */
  void addDeferred(String name, String suffix, String text, Guard guard) {
    variables
        .computeIfAbsent(name, n -> new Variable(true, new ArrayList<>()))
        .entries()
        .add(new Entry(new Word(text, guard), true, suffix));
  }

  /** {@code name += words}, as they are now. */
  void add(String name, String suffix, List<Word> words, Guard guard) {
    put(
        words,
        suffix,
        guard,
        variables.computeIfAbsent(name, n -> new Variable(false, new ArrayList<>())));
  }

  private void put(List<Word> words, String suffix, Guard guard, Variable variable) {
    for (Word word : words) {
      effort.spend(1);
      Word guarded = word.under(guard);
      if (!guarded.guard().isNever()) {
        variable.entries().add(new Entry(guarded, false, suffix));
      }
    }
  }

  private Variable replaced(String name, String suffix, Guard guard, boolean isDeferred) {
    Variable before = variables.get(name);
    List<Entry> kept = new ArrayList<>();
    if (before != null) {
      Guard elsewhere = guard.not();
      for (Entry entry : before.entries()) {
        effort.spend(1);
        // Of two symbols one may be y and the other m, which name two variables.
        boolean isSameVariable = entry.suffix().isEmpty() || entry.suffix().equals(suffix);
        Word word = isSameVariable ? entry.word().under(elsewhere) : entry.word();
        if (!word.guard().isNever()) {
          kept.add(new Entry(word, entry.isDeferred(), entry.suffix()));
        }
      }
    }
    Variable after = new Variable(isDeferred, kept);
    variables.put(name, after);
    return after;
  }
}
