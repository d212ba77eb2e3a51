package org.gfpaudit.analyzer.kbuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands the texts of a makefile, in all configurations at once. */
final class Expander {
  /** An expression with more texts than this counts as not understood. */
  private static final int MOST_TEXTS = 24;

  private static final int CHARACTERS_A_STEP = 32;

  private static final Pattern SYMBOL = Pattern.compile("CONFIG_\\w+");
  private static final Pattern CALL = Pattern.compile("([a-z][a-z-]*)[ \\t]+(.*)", Pattern.DOTALL);
  private static final Pattern SUBSTITUTION =
      Pattern.compile("([^\\s:=]+):([^\\s:=]*)=([^\\s=]*)", Pattern.DOTALL);
  private static final List<Word> ANYTHING = List.of(new Word(Word.ANY, Guard.UNKNOWN));

  private final Variables variables;
  private final Effort effort;

  Expander(Variables variables, Effort effort) {
    this.variables = variables;
    this.effort = effort;
  }

  /** The words a text expands to; what cannot be expanded is {@link Word#ANY}. */
  List<Word> words(String text) {
    effort.enter();
    effort.spend(text.length() / CHARACTERS_A_STEP);
    List<Word> words = new ArrayList<>();
    for (String raw : MakeText.words(text)) {
      effort.spend(1);
      if (raw.indexOf('$') < 0) {
        words.add(new Word(raw.length() > Word.MOST_CHARACTERS ? Word.ANY : raw, Guard.ALWAYS));
        continue;
      }
      List<MakeText.Piece> pieces = MakeText.pieces(raw);
      words.addAll(
          pieces.size() == 1 && pieces.get(0).isReference()
              ? referencedWords(pieces.get(0).text())
              : composed(pieces));
    }
    effort.spend(words.size());
    effort.leave();
    return words;
  }

  private List<Word> composed(List<MakeText.Piece> pieces) {
    List<Word> heads = List.of(new Word("", Guard.ALWAYS));
    for (MakeText.Piece piece : pieces) {
      List<Word> tails =
          piece.isReference()
              ? texts(piece).orElseGet(() -> orAny(referencedWords(piece.text())))
              : List.of(new Word(piece.text(), Guard.ALWAYS));
      heads = product(heads, tails).orElse(ANYTHING);
    }
    return heads;
  }

  private static List<Word> orAny(List<Word> words) {
    return words.isEmpty() ? ANYTHING : words;
  }

  private Optional<List<Word>> product(List<Word> heads, List<Word> tails) {
    Map<String, Guard> products = new LinkedHashMap<>();
    for (Word head : heads) {
      for (Word tail : tails) {
        effort.spend(1 + (head.text().length() + tail.text().length()) / CHARACTERS_A_STEP);
        Guard both = head.guard().and(tail.guard());
        if (head.text().length() + tail.text().length() > Word.MOST_CHARACTERS) {
          return Optional.empty();
        }
        if (!both.isNever()) {
          products.merge(head.text() + tail.text(), both, Guard::or);
        }
      }
    }
    if (products.size() > MOST_TEXTS) {
      return Optional.empty();
    }
    List<Word> words = new ArrayList<>();
    products.forEach((text, guard) -> words.add(new Word(text, guard)));
    return Optional.of(words);
  }

  private List<Word> referencedWords(String reference) {
    effort.enter();
    try {
      if (SYMBOL.matcher(reference).matches()) {
        return List.of(new Word("y", Guard.set(reference)));
      }
      if (isOwnDirectory(reference)) {
        return List.of(new Word(".", Guard.ALWAYS));
      }
      Matcher call = CALL.matcher(reference);
      if (call.matches()) {
        return calledWords(call.group(1), MakeText.arguments(call.group(2)));
      }
      Matcher substitution = SUBSTITUTION.matcher(reference);
      if (substitution.matches()) {
        return MakeFunction.substituted(
            variableWords(substitution.group(1)), substitution.group(2), substitution.group(3));
      }
      return variableWords(reference);
    } finally {
      effort.leave();
    }
  }

  private List<Word> variableWords(String name) {
    if (name.indexOf('$') < 0) {
      return SYMBOL.matcher(name).matches()
          ? List.of(new Word("y", Guard.set(name)))
          : variables.words(name, this);
    }
    Optional<List<Word>> names = texts(name);
    if (names.isEmpty()) {
      return ANYTHING;
    }
    List<Word> words = new ArrayList<>();
    for (Word each : names.get()) {
      variables.words(each.text(), this).forEach(word -> words.add(word.under(each.guard())));
    }
    return words;
  }

  private List<Word> calledWords(String function, List<String> arguments) {
    if (function.equals("if") && arguments.size() >= 2) {
      Guard test = isNotEmpty(arguments.get(0));
      List<Word> words = new ArrayList<>();
      words(arguments.get(1)).forEach(word -> words.add(word.under(test)));
      if (arguments.size() > 2) {
        words(arguments.get(2)).forEach(word -> words.add(word.under(test.not())));
      }
      return words;
    }
    Optional<List<Word>> applied =
        MakeFunction.applied(function, arguments.stream().map(this::words).toList());
    return applied.orElse(ANYTHING);
  }

  /**
   * The whole texts an expression can stand for; their guards exclude each other and one of them
   * always holds. Empty where that is not understood.
   */
  Optional<List<Word>> texts(String text) {
    effort.enter();
    effort.spend(text.length() / CHARACTERS_A_STEP);
    try {
      List<Word> heads = List.of(new Word("", Guard.ALWAYS));
      for (MakeText.Piece piece : MakeText.pieces(text)) {
        Optional<List<Word>> tails = texts(piece);
        if (tails.isEmpty()) {
          return tails;
        }
        Optional<List<Word>> products = product(heads, tails.get());
        if (products.isEmpty()) {
          return products;
        }
        heads = products.get();
      }
      return Optional.of(heads);
    } finally {
      effort.leave();
    }
  }

  private Optional<List<Word>> texts(MakeText.Piece piece) {
    String reference = piece.text();
    if (!piece.isReference()) {
      return Optional.of(List.of(new Word(reference, Guard.ALWAYS)));
    }
    if (isOwnDirectory(reference)) {
      return Optional.of(List.of(new Word(".", Guard.ALWAYS)));
    }
    if (SYMBOL.matcher(reference).matches()) {
      return Optional.of(switchTexts(Guard.set(reference)));
    }
    Matcher call = CALL.matcher(reference);
    if (call.matches()) {
      return calledTexts(call.group(1), MakeText.arguments(call.group(2)));
    }
    Matcher substitution = SUBSTITUTION.matcher(reference);
    if (substitution.matches()) {
      boolean isTristate =
          substitution.group(2).equals("m") && SYMBOL.matcher(substitution.group(1)).matches();
      return isTristate
          ? Optional.of(
              List.of(
                  new Word(substitution.group(3), Guard.set(substitution.group(1))),
                  new Word("", Guard.set(substitution.group(1)).not())))
          : Optional.empty();
    }
    return variables.isDefined(reference) ? variableTexts(reference) : Optional.empty();
  }

  private static List<Word> switchTexts(Guard set) {
    return List.of(new Word("y", set), new Word("", set.not()));
  }

  private Optional<List<Word>> variableTexts(String name) {
    List<Word> heads = List.of(new Word("", Guard.ALWAYS));
    for (Word word : variables.words(name, this)) {
      if (!word.guard().isExact() || word.isPattern()) {
        return Optional.empty();
      }
      List<Word> longer = new ArrayList<>();
      for (Word head : heads) {
        effort.spend(1);
        Word with =
            new Word(
                head.text().isEmpty() ? word.text() : head.text() + " " + word.text(),
                head.guard().and(word.guard()));
        Word without = head.under(word.guard().not());
        for (Word each : List.of(with, without)) {
          if (!each.guard().isNever()) {
            longer.add(each);
          }
        }
      }
      if (longer.size() > MOST_TEXTS) {
        return Optional.empty();
      }
      heads = longer;
    }
    return Optional.of(heads);
  }

  private Optional<List<Word>> calledTexts(String function, List<String> arguments) {
    if (function.equals("or") || function.equals("and")) {
      Guard result = function.equals("or") ? Guard.NEVER : Guard.ALWAYS;
      for (String argument : arguments) {
        Guard each = isNotEmpty(argument);
        result = function.equals("or") ? result.or(each) : result.and(each);
      }
      return result.isExact() ? Optional.of(switchTexts(result)) : Optional.empty();
    }
    // $(subst m,y,$(CONFIG_X)): a symbol that is set is y here whether it is y or m.
    if (function.equals("subst")
        && arguments.size() == 3
        && arguments.get(0).strip().equals("m")
        && arguments.get(1).strip().equals("y")) {
      return texts(arguments.get(2).strip());
    }
    if (function.equals("strip") && arguments.size() == 1) {
      return texts(arguments.get(0).strip());
    }
    boolean isOfBoth =
        function.equals("filter")
            && arguments.size() == 2
            && List.of("y m", "m y").contains(arguments.get(0).strip());
    return isOfBoth ? texts(arguments.get(1).strip()) : Optional.empty();
  }

  /** The guard under which a text is not empty, as {@code $(if)} and {@code ifdef} ask. */
  Guard isNotEmpty(String text) {
    Optional<List<Word>> texts = texts(text.strip());
    if (texts.isEmpty()) {
      return Guard.UNKNOWN;
    }
    Guard result = Guard.NEVER;
    for (Word each : texts.get()) {
      result = each.text().isBlank() ? result : result.or(each.guard());
    }
    return result;
  }

  /** The guard under which two texts are the same, as {@code ifeq} asks. */
  Guard areEqual(String left, String right) {
    Optional<List<Word>> lefts = texts(left.strip());
    Optional<List<Word>> rights = texts(right.strip());
    if (lefts.isEmpty() || rights.isEmpty()) {
      return Guard.UNKNOWN;
    }
    Guard result = Guard.NEVER;
    boolean isModuleTest = false;
    for (Word a : lefts.get()) {
      for (Word b : rights.get()) {
        effort.spend(1);
        isModuleTest |= isModule(a.text(), b.text()) || isModule(b.text(), a.text());
        if (a.text().strip().equals(b.text().strip())) {
          result = result.or(a.guard().and(b.guard()));
        }
      }
    }
    // A tristate is one switch here, y where set: m may hold, and may not, wherever y does.
    return isModuleTest ? Guard.UNKNOWN : result;
  }

  private static boolean isModule(String text, String other) {
    return text.length() == other.length()
        && text.indexOf('m') >= 0
        && text.replace('m', 'y').equals(other);
  }

  private static boolean isOwnDirectory(String reference) {
    return reference.equals("obj") || reference.equals("src");
  }
}
