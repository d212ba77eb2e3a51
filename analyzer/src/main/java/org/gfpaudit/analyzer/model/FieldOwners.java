package org.gfpaudit.analyzer.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Which fields can be one. The owner of a field is the struct it belongs to; where the type of an
 * expression cannot be told, the owner is the file it stands in, marked by a {@code ?}.
 *
 * <p>Two known owners are one struct or two. An unknown one can be any struct that its file names:
 * code that handles a struct all but always spells its tag, in a declaration or in a parameter. Two
 * unknown ones are taken for one struct inside one file. Safe for several threads.
 */
public final class FieldOwners {
  private static final String UNKNOWN = "?";

  private final Program program;
  private final Map<String, Boolean> mentions = new ConcurrentHashMap<>();

  public FieldOwners(Program program) {
    this.program = program;
  }

  /** The owner of a field whose struct cannot be told, of an expression in {@code path}. */
  public static String unknownIn(String path) {
    return UNKNOWN + path;
  }

  /** The field for people: {@code struct foo.gfp}, or the bare name of one of unknown owner. */
  public static String display(Symbol.Field field) {
    return field.isOwnerKnown() ? field.owner() + "." + field.field() : field.field();
  }

  /** Reports whether a store into one of both fields can be read from the other. */
  public boolean canBeOne(Symbol.Field left, Symbol.Field right) {
    if (!left.field().equals(right.field())) {
      return false;
    }
    if (left.owner().equals(right.owner())) {
      return true;
    }
    if (left.isOwnerKnown() == right.isOwnerKnown()) {
      return false;
    }
    return left.isOwnerKnown()
        ? mentions(right.owner(), left.owner())
        : mentions(left.owner(), right.owner());
  }

  private boolean mentions(String unknown, String struct) {
    return mentions.computeIfAbsent(
        unknown + " " + struct,
        key -> {
          Optional<SourceFile> file = program.file(unknown.substring(UNKNOWN.length()));
          String tag = struct.substring(struct.indexOf(' ') + 1);
          // A tag in a comment is a mention too, which only errs on the safe side.
          return file.isPresent()
              && program.isFound(file.get(), Pattern.compile(Pattern.quote(tag)));
        });
  }
}
