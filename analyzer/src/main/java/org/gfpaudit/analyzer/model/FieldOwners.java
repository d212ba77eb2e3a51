package org.gfpaudit.analyzer.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Which fields can be one.
 *
 * <p>Two known owners are one struct or two. An unknown one can be any struct that its file names:
 * code that handles a struct all but always spells its tag, in a declaration or in a parameter. Two
 * unknown ones are taken for one struct inside one file. Safe for several threads.
 */
public final class FieldOwners {
  private final Program program;
  private final Memo<Mention, Boolean> mentions;

  /** Whether a file names a struct. */
  private record Mention(String file, String struct) {}

  public FieldOwners(Program program) {
    this.program = program;
    this.mentions = new Memo<>(program.tracing(), "mentions");
  }

  /** The field for people: {@code struct foo.gfp}, or the bare name of one of unknown owner. */
  public static String display(Symbol.Field field) {
    return field.text();
  }

  /** Whether a store into one of both fields can be read from the other. */
  public boolean canBeOne(Symbol.Field left, Symbol.Field right) {
    if (!left.field().equals(right.field())) {
      return false;
    }
    return left.owner().equals(right.owner())
        || mentions(left.owner(), right.owner())
        || mentions(right.owner(), left.owner());
  }

  /** Whether a file names the struct that a field belongs to, as far as that is known. */
  boolean isNamedIn(SourceFile file, FieldOwner owner) {
    return owner
        .struct()
        .map(struct -> mentions(new Mention(program.index().path(file), struct)))
        .orElse(true);
  }

  /** Whether {@code unknown} can be {@code known}, if they are what they are called. */
  private boolean mentions(FieldOwner unknown, FieldOwner known) {
    return unknown instanceof FieldOwner.UnknownIn some
        && known instanceof FieldOwner.Struct struct
        && mentions(new Mention(some.file(), struct.name()));
  }

  private boolean mentions(Mention mention) {
    return mentions.get(
        mention,
        key -> {
          Optional<SourceFile> file = program.file(mention.file());
          String tag = mention.struct().substring(mention.struct().indexOf(' ') + 1);
          // A tag in a comment is a mention too, which only errs on the safe side.
          return file.isPresent()
              && program.isFound(
                  file.get(),
                  Pattern.compile(Pattern.quote(tag)),
                  bytes -> isIn(bytes, tag.getBytes(StandardCharsets.UTF_8)));
        });
  }

  private static boolean isIn(byte[] text, byte[] tag) {
    for (int at = 0; at <= text.length - tag.length; at++) {
      if (text[at] == tag[0] && Arrays.equals(text, at, at + tag.length, tag, 0, tag.length)) {
        return true;
      }
    }
    return false;
  }
}
